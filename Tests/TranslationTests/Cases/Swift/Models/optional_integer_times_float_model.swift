import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `OptionalIntegerTimesFloatModel`, optional_integer_times_float_model.py:7.
public final class CaseOptionalIntegerTimesFloatModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseOptionalIntegerTimesFloat

    public init(_ config: CaseConfiguration) throws {
        _block.wrappedValue = try CaseOptionalIntegerTimesFloat(config)
    }

    /// `OptionalIntegerTimesFloatModel.__call__`, optional_integer_times_float_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `OptionalIntegerTimesFloatModel.layers`, optional_integer_times_float_model.py:16.
    public var layers: [CaseOptionalIntegerTimesFloat] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
