import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `CarriedValueModel`, carried_value_model.py:7.
public final class CaseCarriedValueModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseCarriedValue

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseCarriedValue(config)
    }

    /// `CarriedValueModel.__call__`, carried_value_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `CarriedValueModel.layers`, carried_value_model.py:16.
    public var layers: [CaseCarriedValue] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
