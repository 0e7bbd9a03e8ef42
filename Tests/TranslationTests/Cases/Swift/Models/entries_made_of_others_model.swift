import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `EntriesMadeOfOthersModel`, entries_made_of_others_model.py:7.
public final class CaseEntriesMadeOfOthersModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseEntriesMadeOfOthers

    public init(_ config: CaseMadeOfOthersConfiguration) {
        _block.wrappedValue = CaseEntriesMadeOfOthers(config)
    }

    /// `EntriesMadeOfOthersModel.__call__`, entries_made_of_others_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `EntriesMadeOfOthersModel.layers`, entries_made_of_others_model.py:16.
    public var layers: [CaseEntriesMadeOfOthers] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
