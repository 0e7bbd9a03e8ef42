import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `DictionaryDisplayModel`, dictionary_display_model.py:7.
public final class CaseDictionaryDisplayModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseDictionaryDisplay

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseDictionaryDisplay(config)
    }

    /// `DictionaryDisplayModel.__call__`, dictionary_display_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `DictionaryDisplayModel.layers`, dictionary_display_model.py:16.
    public var layers: [CaseDictionaryDisplay] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
