import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `EntryOfSomeModel`, entry_of_some_model.py:7.
public final class CaseEntryOfSomeModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseEntryOfSome

    public init(_ config: CaseSomeConfiguration) throws {
        _block.wrappedValue = try CaseEntryOfSome(config)
    }

    /// `EntryOfSomeModel.__call__`, entry_of_some_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `EntryOfSomeModel.layers`, entry_of_some_model.py:16.
    public var layers: [CaseEntryOfSome] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
