import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `JSONOrListModel`, json_or_list_model.py:7.
public final class CaseJSONOrListModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseJSONOrList

    public init(_ config: CaseJSONOrListConfiguration) throws {
        _block.wrappedValue = try CaseJSONOrList(config)
    }

    /// `JSONOrListModel.__call__`, json_or_list_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `JSONOrListModel.layers`, json_or_list_model.py:16.
    public var layers: [CaseJSONOrList] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
