import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `PatternPrefixModel`, pattern_prefix_model.py:7.
public final class CasePatternPrefixModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CasePatternPrefix

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CasePatternPrefix(config)
    }

    /// `PatternPrefixModel.__call__`, pattern_prefix_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `PatternPrefixModel.layers`, pattern_prefix_model.py:16.
    public var layers: [CasePatternPrefix] { [block] }

    /// `PatternPrefixModel.sanitize`, pattern_prefix_model.py:19.
    public func sanitize(_ weights: OrderedWeights) throws -> OrderedWeights {
        try block.sanitize(weights)
    }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
