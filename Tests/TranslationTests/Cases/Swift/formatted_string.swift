import MLX
import MLXNN
import ModelPorted

/// `FormattedString`, formatted_string.py:6.
public final class CaseFormattedString: Module {
    @ModuleInfo var proj: Linear
    let name: String

    public init(_ config: CaseConfiguration) throws {
        _proj.wrappedValue = Linear(4, 4)
        name = "layers.\(config.numLayers).\(config.activation)"
        if config.hiddenSize < 1 {
            throw PythonFailure.raised("ValueError", "hidden_size is \(config.hiddenSize)")
        }
    }

    /// `FormattedString.__call__`, formatted_string.py:14.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        if name == "layers.2.silu" { return proj(x) }
        return x
    }
}
