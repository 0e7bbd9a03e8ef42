import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `ParameterArrayModel`, parameter_array_model.py:7.
public final class CaseParameterArrayModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseParameterArray

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseParameterArray(config)
    }

    /// `ParameterArrayModel.__call__`, parameter_array_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `ParameterArrayModel.layers`, parameter_array_model.py:16.
    public var layers: [CaseParameterArray] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
