import MLX
import MLXNN

/// `ModuleConstants`, module_constants.py:10.
public final class CaseModuleConstants: Module {
    let config: CaseConfiguration
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) {
        self.config = config
        _proj.wrappedValue = Linear(4, 4)
    }

    /// `ModuleConstants.__call__`, module_constants.py:16.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        if config.activation == "silu" { return x + 1e-06 }
        return x
    }
}
