import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `ArrayArithmeticModel`, array_arithmetic_model.py:7.
public final class CaseArrayArithmeticModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseArrayArithmetic

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseArrayArithmetic(config)
    }

    /// `ArrayArithmeticModel.__call__`, array_arithmetic_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `ArrayArithmeticModel.layers`, array_arithmetic_model.py:16.
    public var layers: [CaseArrayArithmetic] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
