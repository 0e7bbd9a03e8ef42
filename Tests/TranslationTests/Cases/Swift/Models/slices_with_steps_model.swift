import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `SlicesWithStepsModel`, slices_with_steps_model.py:7.
public final class CaseSlicesWithStepsModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseSlicesWithSteps

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseSlicesWithSteps(config)
    }

    /// `SlicesWithStepsModel.__call__`, slices_with_steps_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `SlicesWithStepsModel.layers`, slices_with_steps_model.py:16.
    public var layers: [CaseSlicesWithSteps] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
