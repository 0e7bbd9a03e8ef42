import MLX
import MLXNN

/// `StaticMethod`, static_method.py:6.
public final class CaseStaticMethod: Module {
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) {
        _proj.wrappedValue = Linear(4, 4)
    }

    /// `StaticMethod.twice`, static_method.py:12.
    public static func twice(_ x: MLXArray) -> MLXArray { x * 2 }

    /// `StaticMethod.__call__`, static_method.py:15.
    public func callAsFunction(_ x: MLXArray) -> MLXArray { Self.twice(proj(x)) }
}
