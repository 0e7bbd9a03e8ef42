import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `StarredListModel`, starred_list_model.py:7.
public final class CaseStarredListModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseStarredList

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseStarredList(config)
    }

    /// `StarredListModel.__call__`, starred_list_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `StarredListModel.layers`, starred_list_model.py:16.
    public var layers: [CaseStarredList] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
