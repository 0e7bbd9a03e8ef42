import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `IntegerArithmeticModel`, integer_arithmetic_model.py:7.
public final class CaseIntegerArithmeticModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseIntegerArithmetic

    public init(_ config: CaseConfiguration) throws {
        _block.wrappedValue = try CaseIntegerArithmetic(config)
    }

    /// `IntegerArithmeticModel.__call__`, integer_arithmetic_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `IntegerArithmeticModel.layers`, integer_arithmetic_model.py:16.
    public var layers: [CaseIntegerArithmetic] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
