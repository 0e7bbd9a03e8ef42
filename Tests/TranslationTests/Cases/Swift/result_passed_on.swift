import MLX
import MLXNN

/// `ResultPassedOn`, result_passed_on.py:6.
public final class CaseResultPassedOn: Module {
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) {
        _proj.wrappedValue = Linear(4, 4)
    }

    /// `ResultPassedOn.__call__`, result_passed_on.py:11.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        scaled(widened(x), scale: abs(x))
    }

    /// `ResultPassedOn.scaled`, result_passed_on.py:14.
    public func scaled(_ rows: MLXArray, scale: MLXArray) -> MLXArray {
        let length = rows.dim(0)
        return rows * scale / length
    }

    /// `ResultPassedOn.widened`, result_passed_on.py:18.
    public func widened(_ x: MLXArray) -> MLXArray { proj(x) + x }
}
