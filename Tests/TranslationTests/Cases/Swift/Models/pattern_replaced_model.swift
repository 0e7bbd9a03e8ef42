import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `PatternReplacedModel`, pattern_replaced_model.py:7.
public final class CasePatternReplacedModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CasePatternReplaced

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CasePatternReplaced(config)
    }

    /// `PatternReplacedModel.__call__`, pattern_replaced_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `PatternReplacedModel.layers`, pattern_replaced_model.py:16.
    public var layers: [CasePatternReplaced] { [block] }

    /// `PatternReplacedModel.sanitize`, pattern_replaced_model.py:19.
    public func sanitize(_ weights: OrderedWeights) -> OrderedWeights {
        block.sanitize(weights)
    }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
