import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `FormattedStringModel`, formatted_string_model.py:7.
public final class CaseFormattedStringModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseFormattedString

    public init(_ config: CaseConfiguration) throws {
        _block.wrappedValue = try CaseFormattedString(config)
    }

    /// `FormattedStringModel.__call__`, formatted_string_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `FormattedStringModel.layers`, formatted_string_model.py:16.
    public var layers: [CaseFormattedString] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
