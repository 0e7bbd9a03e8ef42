import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `MixedListModel`, mixed_list_model.py:7.
public final class CaseMixedListModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseMixedList

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseMixedList(config)
    }

    /// `MixedListModel.__call__`, mixed_list_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `MixedListModel.layers`, mixed_list_model.py:16.
    public var layers: [CaseMixedList] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
