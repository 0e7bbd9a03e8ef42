import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `LibraryEntriesModel`, library_entries_model.py:7.
public final class CaseLibraryEntriesModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseLibraryEntries

    public init(_ config: CaseLibraryEntriesConfiguration) {
        _block.wrappedValue = CaseLibraryEntries(config)
    }

    /// `LibraryEntriesModel.__call__`, library_entries_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `LibraryEntriesModel.layers`, library_entries_model.py:16.
    public var layers: [CaseLibraryEntries] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
