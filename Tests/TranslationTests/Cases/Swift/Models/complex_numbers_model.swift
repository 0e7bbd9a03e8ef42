import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `ComplexNumbersModel`, complex_numbers_model.py:7.
public final class CaseComplexNumbersModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseComplexNumbers

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseComplexNumbers(config)
    }

    /// `ComplexNumbersModel.__call__`, complex_numbers_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `ComplexNumbersModel.layers`, complex_numbers_model.py:16.
    public var layers: [CaseComplexNumbers] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
