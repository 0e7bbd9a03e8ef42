import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `MaskByIndexModel`, mask_by_index_model.py:7.
public final class CaseMaskByIndexModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseMaskByIndex

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseMaskByIndex(config)
    }

    /// `MaskByIndexModel.__call__`, mask_by_index_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds), cache: cache![0]))
    }

    /// `MaskByIndexModel.layers`, mask_by_index_model.py:16.
    public var layers: [CaseMaskByIndex] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
