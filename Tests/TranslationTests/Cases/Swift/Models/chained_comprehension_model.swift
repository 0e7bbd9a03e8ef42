import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `ChainedComprehensionModel`, chained_comprehension_model.py:7.
public final class CaseChainedComprehensionModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseChainedComprehension

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseChainedComprehension(config)
    }

    /// `ChainedComprehensionModel.__call__`, chained_comprehension_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `ChainedComprehensionModel.layers`, chained_comprehension_model.py:16.
    public var layers: [CaseChainedComprehension] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
