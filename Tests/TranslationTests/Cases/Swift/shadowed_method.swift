import MLX
import MLXNN

/// `ShadowedMethod`, shadowed_method.py:6.
public final class CaseShadowedMethod: Module {
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) {
        _proj.wrappedValue = Linear(4, 4)
    }

    /// `ShadowedMethod.__call__`, shadowed_method.py:12.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        let twice = self.twice(x)
        let proj = self.proj(x)
        return self.twice(twice) + self.proj(proj)
    }

    /// `ShadowedMethod.twice`, shadowed_method.py:17.
    public func twice(_ x: MLXArray) -> MLXArray { x * 2 }
}
