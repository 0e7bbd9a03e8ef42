import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `IntegerListModel`, integer_list_model.py:7.
public final class CaseIntegerListModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseIntegerList

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseIntegerList(config)
    }

    /// `IntegerListModel.__call__`, integer_list_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `IntegerListModel.layers`, integer_list_model.py:16.
    public var layers: [CaseIntegerList] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
