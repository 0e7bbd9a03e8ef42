import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `DictionaryMergingModel`, dictionary_merging_model.py:7.
public final class CaseDictionaryMergingModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseDictionaryMerging

    public init(_ config: CaseMergedConfiguration) throws {
        _block.wrappedValue = try CaseDictionaryMerging(config)
    }

    /// `DictionaryMergingModel.__call__`, dictionary_merging_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `DictionaryMergingModel.layers`, dictionary_merging_model.py:16.
    public var layers: [CaseDictionaryMerging] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
