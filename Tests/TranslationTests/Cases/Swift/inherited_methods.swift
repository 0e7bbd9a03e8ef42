import MLX
import MLXNN

/// `InheritedMethods`, inherited_methods.py:20.
public final class CaseInheritedMethods: Module {
    @ModuleInfo var proj: Linear
    let gain: Int

    public init(_ config: CaseConfiguration) {
        let width = config.hiddenSize * 2
        _proj.wrappedValue = Linear(config.hiddenSize, width)
        gain = 3
    }

    /// `InheritedMethods.scaled`, inherited_methods.py:25.
    public func scaled(_ x: MLXArray) -> MLXArray { baseScaled(x) + 1 }

    /// `InheritedMethods.mix`, inherited_methods.py:16.
    public func mix(_ x: MLXArray) -> MLXArray { scaled(proj(x)) }

    /// `InheritedMethods.__call__`, inherited_methods.py:28.
    public func callAsFunction(_ x: MLXArray) -> MLXArray { mix(x) }

    /// `InheritedMethods.Base_scaled`, inherited_methods.py:13.
    public func baseScaled(_ x: MLXArray) -> MLXArray { x * gain }
}
