import MLX
import MLXNN
import ModelPorted

/// `LeadingBinding`, leading_binding.py:6.
public final class CaseLeadingBinding: Module {
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) throws {
        var width = config.headDimensions
        width = width ?? config.hiddenSize.floorQuotient(2)
        _proj.wrappedValue = try Linear(config.hiddenSize, required(width, "width"))
    }

    /// `LeadingBinding.__call__`, leading_binding.py:13.
    public func callAsFunction(_ x: MLXArray) -> MLXArray { proj(x) }
}
