import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `DeleteEntryModel`, delete_entry_model.py:7.
public final class CaseDeleteEntryModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseDeleteEntry

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseDeleteEntry(config)
    }

    /// `DeleteEntryModel.__call__`, delete_entry_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `DeleteEntryModel.layers`, delete_entry_model.py:16.
    public var layers: [CaseDeleteEntry] { [block] }

    /// `DeleteEntryModel.sanitize`, delete_entry_model.py:19.
    public func sanitize(_ weights: OrderedWeights) throws -> OrderedWeights {
        try block.sanitize(weights)
    }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
