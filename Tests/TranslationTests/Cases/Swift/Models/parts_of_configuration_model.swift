import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `PartsModel`, parts_of_configuration_model.py:7.
public final class CasePartsModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseParts

    public init(_ config: CasePartsConfiguration) {
        _block.wrappedValue = CaseParts(config)
    }

    /// `PartsModel.__call__`, parts_of_configuration_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `PartsModel.layers`, parts_of_configuration_model.py:16.
    public var layers: [CaseParts] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
