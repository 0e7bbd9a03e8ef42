import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `ChangedParameterModel`, changed_parameter_model.py:7.
public final class CaseChangedParameterModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseChangedParameter

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseChangedParameter(config)
    }

    /// `ChangedParameterModel.__call__`, changed_parameter_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `ChangedParameterModel.layers`, changed_parameter_model.py:16.
    public var layers: [CaseChangedParameter] { [block] }

    /// `ChangedParameterModel.sanitize`, changed_parameter_model.py:19.
    public func sanitize(_ weights: OrderedWeights) throws -> OrderedWeights {
        try block.sanitize(weights)
    }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
