import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `IntegerPowerModel`, integer_power_model.py:7.
public final class CaseIntegerPowerModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseIntegerPower

    public init(_ config: CaseConfiguration) throws {
        _block.wrappedValue = try CaseIntegerPower(config)
    }

    /// `IntegerPowerModel.__call__`, integer_power_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `IntegerPowerModel.layers`, integer_power_model.py:16.
    public var layers: [CaseIntegerPower] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
