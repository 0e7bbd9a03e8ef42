import MLX
import MLXNN

/// `IsinstanceBool`, isinstance_bool.py:6.
public final class CaseIsinstanceBool: Module {
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) {
        _proj.wrappedValue = Linear(4, 4)
    }

    /// `IsinstanceBool.__call__`, isinstance_bool.py:12.
    public func callAsFunction(_ x: MLXArray) -> MLXArray { x }
}
