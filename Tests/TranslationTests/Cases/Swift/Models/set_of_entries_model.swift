import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `SetOfEntriesModel`, set_of_entries_model.py:7.
public final class CaseSetOfEntriesModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseSetOfEntries

    public init(_ config: CaseEntrySetConfiguration) throws {
        _block.wrappedValue = try CaseSetOfEntries(config)
    }

    /// `SetOfEntriesModel.__call__`, set_of_entries_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `SetOfEntriesModel.layers`, set_of_entries_model.py:16.
    public var layers: [CaseSetOfEntries] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
