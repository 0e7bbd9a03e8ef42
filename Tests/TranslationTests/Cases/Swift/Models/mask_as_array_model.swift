import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `MaskAsArrayModel`, mask_as_array_model.py:7.
public final class CaseMaskAsArrayModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseMaskAsArray

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseMaskAsArray(config)
    }

    /// `MaskAsArrayModel.__call__`, mask_as_array_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds), cache: cache![0]))
    }

    /// `MaskAsArrayModel.layers`, mask_as_array_model.py:16.
    public var layers: [CaseMaskAsArray] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
