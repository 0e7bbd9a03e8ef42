import MLX
import MLXNN

/// `NestedFunction`, nested_function.py:6.
public final class CaseNestedFunction: Module {
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) {
        _proj.wrappedValue = Linear(4, 4)
    }

    /// `NestedFunction.__call__`, nested_function.py:12.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        func twice(_ y: MLXArray) -> MLXArray {
            y * 2
        }
        return twice(proj(x))
    }
}
