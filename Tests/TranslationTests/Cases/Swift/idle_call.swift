import MLX
import MLXNN

/// `IdleCall`, idle_call.py:6.
public final class CaseIdleCall: Module {
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) {
        _proj.wrappedValue = Linear(4, 4)
    }

    /// `IdleCall.fused`, idle_call.py:11.
    public func fused(_ x: MLXArray) {
    }

    /// `IdleCall.plain`, idle_call.py:16.
    public func plain(_ x: MLXArray) -> MLXArray { proj(x) }

    /// `IdleCall.__call__`, idle_call.py:19.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        fused(x)
        let y = plain(x)
        return y + x
    }
}
