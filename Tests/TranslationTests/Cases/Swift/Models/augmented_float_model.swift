import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `AugmentedFloatModel`, augmented_float_model.py:7.
public final class CaseAugmentedFloatModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseAugmentedFloat

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseAugmentedFloat(config)
    }

    /// `AugmentedFloatModel.__call__`, augmented_float_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `AugmentedFloatModel.layers`, augmented_float_model.py:16.
    public var layers: [CaseAugmentedFloat] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
