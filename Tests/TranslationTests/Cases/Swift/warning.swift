import MLX
import MLXNN
import ModelPorted

/// `Warning`, warning.py:6.
public final class CaseWarning: Module {
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) {
        if config.numLayers < 1 { warn("\(config.numLayers) layers") }
        _proj.wrappedValue = Linear(4, 4)
    }

    /// `Warning.__call__`, warning.py:13.
    public func callAsFunction(_ x: MLXArray) -> MLXArray { proj(x) }
}
