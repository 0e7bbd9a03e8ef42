import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `AbsentParameterModel`, absent_parameter_model.py:7.
public final class CaseAbsentParameterModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseAbsentParameter

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseAbsentParameter(config)
    }

    /// `AbsentParameterModel.__call__`, absent_parameter_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `AbsentParameterModel.layers`, absent_parameter_model.py:16.
    public var layers: [CaseAbsentParameter] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
