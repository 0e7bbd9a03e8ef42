import MLX
import MLXNN
import ModelPorted

/// `PrintCall`, print_call.py:6.
public final class CasePrintCall: Module {
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) {
        _proj.wrappedValue = Linear(4, 4)
    }

    /// `PrintCall.__call__`, print_call.py:12.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        warn("hello")
        return proj(x)
    }
}
