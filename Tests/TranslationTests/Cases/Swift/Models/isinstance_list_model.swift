import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `IsinstanceListModel`, isinstance_list_model.py:7.
public final class CaseIsinstanceListModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseIsinstanceList

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseIsinstanceList(config)
    }

    /// `IsinstanceListModel.__call__`, isinstance_list_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `IsinstanceListModel.layers`, isinstance_list_model.py:16.
    public var layers: [CaseIsinstanceList] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
