import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `MadeOfEntriesModel`, made_of_entries_model.py:7.
public final class CaseMadeOfEntriesModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseMadeOfEntries

    public init(_ config: CaseMadeEntriesConfiguration) throws {
        _block.wrappedValue = try CaseMadeOfEntries(config)
    }

    /// `MadeOfEntriesModel.__call__`, made_of_entries_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `MadeOfEntriesModel.layers`, made_of_entries_model.py:16.
    public var layers: [CaseMadeOfEntries] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
