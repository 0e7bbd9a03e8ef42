import MLX
import MLXNN
import ModelPorted

/// `SlicesWithSteps`, slices_with_steps.py:6.
public final class CaseSlicesWithSteps: Module {
    let every: [Int]
    let some: [Int]
    let last: [Int]

    public init(_ config: CaseConfiguration) {
        let sizes = (0..<max(0, config.hiddenSize)).map { i in i * i }
        let count = config.numLayers
        every = Array(sizes.slice(by: 2).prefix(count))
        some = sizes.slice(from: 1, to: 5, by: 3)
        last = sizes.slice(from: -count)
    }

    /// `SlicesWithSteps.__call__`, slices_with_steps.py:15.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        var y = MLXArray.ones(x.shape.slice(from: -x.ndim))
        for size in every + some + last {
            y = y + size
        }
        return x * y
    }
}
