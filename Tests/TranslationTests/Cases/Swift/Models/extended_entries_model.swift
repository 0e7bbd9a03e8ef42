import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `ExtendedEntriesModel`, extended_entries_model.py:7.
public final class CaseExtendedEntriesModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseExtendedEntries

    public init(_ config: CaseExtendedEntriesConfiguration) {
        _block.wrappedValue = CaseExtendedEntries(config)
    }

    /// `ExtendedEntriesModel.__call__`, extended_entries_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `ExtendedEntriesModel.layers`, extended_entries_model.py:16.
    public var layers: [CaseExtendedEntries] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
