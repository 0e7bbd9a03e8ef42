import MLX
import MLXNN

/// `StaticByClass`, static_by_class.py:6.
public final class CaseStaticByClass: Module {
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) {
        _proj.wrappedValue = Linear(4, 4)
    }

    /// `StaticByClass.shifted`, static_by_class.py:12.
    public static func shifted(_ x: MLXArray, n: Int) -> MLXArray {
        CaseStaticByClass.doubled(x) + n
    }

    /// `StaticByClass.doubled`, static_by_class.py:16.
    public static func doubled(_ x: MLXArray) -> MLXArray { x * 2 }

    /// `StaticByClass.__call__`, static_by_class.py:19.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        CaseStaticByClass.shifted(proj(x), n: 3)
    }
}
