import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `ClassValuesModel`, class_values_model.py:7.
public final class CaseClassValuesModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseClassValues

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseClassValues(config)
    }

    /// `ClassValuesModel.__call__`, class_values_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `ClassValuesModel.layers`, class_values_model.py:16.
    public var layers: [CaseClassValues] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
