import MLX
import MLXNN

/// `MethodCall`, method_call.py:6.
public final class CaseMethodCall: Module {
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) {
        _proj.wrappedValue = Linear(4, 4)
    }

    /// `MethodCall.project`, method_call.py:11.
    public func project(_ x: MLXArray, scale: Double = 1.0, shift: Double = 0.0) -> MLXArray {
        proj(x) * scale + shift
    }

    /// `MethodCall.__call__`, method_call.py:14.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        project(x, shift: 0.5) + project(x, scale: 2.0) + project(x)
    }
}
