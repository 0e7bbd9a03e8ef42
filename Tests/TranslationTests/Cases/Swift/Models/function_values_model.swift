import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `FunctionValuesModel`, function_values_model.py:7.
public final class CaseFunctionValuesModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseFunctionValues

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseFunctionValues(config)
    }

    /// `FunctionValuesModel.__call__`, function_values_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `FunctionValuesModel.layers`, function_values_model.py:16.
    public var layers: [CaseFunctionValues] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
