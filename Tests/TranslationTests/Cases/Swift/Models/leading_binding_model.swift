import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `LeadingBindingModel`, leading_binding_model.py:7.
public final class CaseLeadingBindingModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseLeadingBinding

    public init(_ config: CaseConfiguration) throws {
        _block.wrappedValue = try CaseLeadingBinding(config)
    }

    /// `LeadingBindingModel.__call__`, leading_binding_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `LeadingBindingModel.layers`, leading_binding_model.py:16.
    public var layers: [CaseLeadingBinding] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
