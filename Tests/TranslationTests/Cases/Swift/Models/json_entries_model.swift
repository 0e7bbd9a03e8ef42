import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `JsonEntriesModel`, json_entries_model.py:7.
public final class CaseJsonEntriesModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseJsonEntries

    public init(_ config: CaseConfiguration) throws {
        _block.wrappedValue = try CaseJsonEntries(config)
    }

    /// `JsonEntriesModel.__call__`, json_entries_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `JsonEntriesModel.layers`, json_entries_model.py:16.
    public var layers: [CaseJsonEntries] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
