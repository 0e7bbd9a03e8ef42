import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `PatternSubstitutionModel`, pattern_substitution_model.py:7.
public final class CasePatternSubstitutionModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CasePatternSubstitution

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CasePatternSubstitution(config)
    }

    /// `PatternSubstitutionModel.__call__`, pattern_substitution_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `PatternSubstitutionModel.layers`, pattern_substitution_model.py:16.
    public var layers: [CasePatternSubstitution] { [block] }

    /// `PatternSubstitutionModel.sanitize`, pattern_substitution_model.py:19.
    public func sanitize(_ weights: OrderedWeights) -> OrderedWeights {
        block.sanitize(weights)
    }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
