import MLX
import MLXNN
import ModelPorted

/// `OpenBounds`, open_bounds.py:6.
public final class CaseOpenBounds: Module {
    let rows: Int
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) {
        rows = config.numLayers
        _proj.wrappedValue = Linear(4, 4)
    }

    /// `OpenBounds.summed`, open_bounds.py:12.
    public func summed(_ x: MLXArray, start: Int? = nil) -> MLXArray {
        sum(x[0..., .stride(from: start)]) + x.shape.slice(from: start ?? 0).count
    }

    /// `OpenBounds.__call__`, open_bounds.py:15.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        let rest = x.dim(-2) - rows
        let end = rest > 0 ? -rest : nil
        let x = x[0..., .stride(to: end)] + summed(x) + summed(x, start: 1)
        return proj(x)
    }
}
