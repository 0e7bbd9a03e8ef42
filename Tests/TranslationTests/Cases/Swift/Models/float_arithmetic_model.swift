import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `FloatArithmeticModel`, float_arithmetic_model.py:7.
public final class CaseFloatArithmeticModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseFloatArithmetic

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseFloatArithmetic(config)
    }

    /// `FloatArithmeticModel.__call__`, float_arithmetic_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `FloatArithmeticModel.layers`, float_arithmetic_model.py:16.
    public var layers: [CaseFloatArithmetic] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
