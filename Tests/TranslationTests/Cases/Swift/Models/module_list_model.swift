import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `ModuleListModel`, module_list_model.py:7.
public final class CaseModuleListModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseModuleList

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseModuleList(config)
    }

    /// `ModuleListModel.__call__`, module_list_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `ModuleListModel.layers`, module_list_model.py:16.
    public var layers: [CaseModuleList] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
