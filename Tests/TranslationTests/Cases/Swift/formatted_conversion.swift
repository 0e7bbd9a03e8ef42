import MLX
import MLXNN
import ModelPorted

/// `FormattedConversion`, formatted_conversion.py:6.
public final class CaseFormattedConversion: Module {
    let config: CaseConfiguration
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) throws {
        self.config = config
        _proj.wrappedValue = Linear(4, 4)
        if config.activation == "gelu" {
            throw PythonFailure.raised(
                "ValueError", "no \(config.activation.quoted) with \(config.hiddenSize)")
        }
    }

    /// `FormattedConversion.__call__`, formatted_conversion.py:14.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        if "\(config.activation.quoted)" == "'silu'" { return x }
        return proj(x)
    }
}
