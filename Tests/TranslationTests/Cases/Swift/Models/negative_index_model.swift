import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `NegativeIndexModel`, negative_index_model.py:7.
public final class CaseNegativeIndexModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseNegativeIndex

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseNegativeIndex(config)
    }

    /// `NegativeIndexModel.__call__`, negative_index_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `NegativeIndexModel.layers`, negative_index_model.py:16.
    public var layers: [CaseNegativeIndex] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
