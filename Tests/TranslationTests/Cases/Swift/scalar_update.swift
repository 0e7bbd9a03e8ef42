import MLX
import MLXNN

/// `ScalarUpdate`, scalar_update.py:6.
public final class CaseScalarUpdate: Module {
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) {
        _proj.wrappedValue = Linear(4, 4)
    }

    /// `ScalarUpdate.__call__`, scalar_update.py:11.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        let y = proj(x)
        y[0..., 0] = MLXArray(Float(0.0))
        return y
    }
}
