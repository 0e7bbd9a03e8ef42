import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `FormattedConversionModel`, formatted_conversion_model.py:7.
public final class CaseFormattedConversionModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseFormattedConversion

    public init(_ config: CaseConfiguration) throws {
        _block.wrappedValue = try CaseFormattedConversion(config)
    }

    /// `FormattedConversionModel.__call__`, formatted_conversion_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `FormattedConversionModel.layers`, formatted_conversion_model.py:16.
    public var layers: [CaseFormattedConversion] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
