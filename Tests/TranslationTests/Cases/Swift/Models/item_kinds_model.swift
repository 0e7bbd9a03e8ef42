import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `ItemKindsModel`, item_kinds_model.py:7.
public final class CaseItemKindsModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseItemKinds

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseItemKinds(config)
    }

    /// `ItemKindsModel.__call__`, item_kinds_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(inputIds))
    }

    /// `ItemKindsModel.layers`, item_kinds_model.py:16.
    public var layers: [CaseItemKinds] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
