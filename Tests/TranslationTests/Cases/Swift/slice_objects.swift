import MLX
import MLXNN
import ModelPorted

/// `SliceObjects`, slice_objects.py:6.
public final class CaseSliceObjects: Module {
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) {
        _proj.wrappedValue = Linear(config.hiddenSize, config.hiddenSize)
    }

    /// `SliceObjects.windows`, slice_objects.py:11.
    public func windows(_ x: MLXArray, axis: Int, size: Int, step: Int) -> MLXArray {
        let shape = x.shape
        let count = (shape[axis] - size).floorQuotient(step) + 1
        var parts: [MLXArray] = []
        for i in 0..<max(0, count) {
            var slices = Array(repeating: (0...) as any MLXArrayIndex, count: shape.count)
            slices[axis] = MLX.stride(from: i * step, to: i * step + size)
            parts.append(x[slices])
        }
        return stacked(parts, axis: axis + 1)
    }

    /// `SliceObjects.__call__`, slice_objects.py:21.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        let y = windows(proj(x), axis: 1, size: 2, step: 1)
        let index =
            [(1...) as any MLXArrayIndex, ..<(-1)]
            + Array(repeating: MLX.stride(by: 2) as any MLXArrayIndex, count: 2)
        return sum(y[0..., 0]) + windows(x, axis: 1, size: 3, step: 2)[index]
    }
}
