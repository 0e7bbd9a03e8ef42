import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `GatedActivationModel`, gated_activation_model.py:7.
public final class CaseGatedActivationModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseGatedActivation

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseGatedActivation(config)
    }

    /// `GatedActivationModel.__call__`, gated_activation_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `GatedActivationModel.layers`, gated_activation_model.py:16.
    public var layers: [CaseGatedActivation] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
