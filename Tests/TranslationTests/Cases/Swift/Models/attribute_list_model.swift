import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `AttributeListModel`, attribute_list_model.py:7.
public final class CaseAttributeListModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseAttributeList

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseAttributeList(config)
    }

    /// `AttributeListModel.__call__`, attribute_list_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds), ids: inputIds))
    }

    /// `AttributeListModel.layers`, attribute_list_model.py:16.
    public var layers: [CaseAttributeList] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
