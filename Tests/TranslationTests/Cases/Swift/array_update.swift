import MLX
import MLXNN

/// `ArrayUpdate`, array_update.py:6.
public final class CaseArrayUpdate: Module {
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) {
        _proj.wrappedValue = Linear(4, 4)
    }

    /// `ArrayUpdate.__call__`, array_update.py:12.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        let y = proj(x)
        y[0..., 0] = x[0..., 1]
        y[.ellipsis, 1...] += 1
        return y
    }
}
