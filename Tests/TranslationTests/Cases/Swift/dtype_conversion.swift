import MLX
import MLXNN

/// `DtypeConversion`, dtype_conversion.py:6.
public final class CaseDtypeConversion: Module {
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) {
        _proj.wrappedValue = Linear(4, 4)
    }

    /// `DtypeConversion.__call__`, dtype_conversion.py:12.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        let y = x.asType(.float32)
        let z = MLXArray.zeros(x.shape, dtype: x.dtype)
        return (proj(y) + z).asType(x.dtype)
    }
}
