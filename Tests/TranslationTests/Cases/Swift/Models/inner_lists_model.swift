import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `InnerListsModel`, inner_lists_model.py:7.
public final class CaseInnerListsModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseInnerLists

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseInnerLists(config)
    }

    /// `InnerListsModel.__call__`, inner_lists_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `InnerListsModel.layers`, inner_lists_model.py:16.
    public var layers: [CaseInnerLists] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
