import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `MaskMadeArrayModel`, mask_made_array_model.py:7.
public final class CaseMaskMadeArrayModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseMaskMadeArray

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseMaskMadeArray(config)
    }

    /// `MaskMadeArrayModel.__call__`, mask_made_array_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds), cache: cache![0]))
    }

    /// `MaskMadeArrayModel.layers`, mask_made_array_model.py:16.
    public var layers: [CaseMaskMadeArray] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
