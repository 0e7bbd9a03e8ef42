import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `PatternOfChoicesModel`, pattern_of_choices_model.py:7.
public final class CasePatternOfChoicesModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CasePatternOfChoices

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CasePatternOfChoices(config)
    }

    /// `PatternOfChoicesModel.__call__`, pattern_of_choices_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `PatternOfChoicesModel.layers`, pattern_of_choices_model.py:16.
    public var layers: [CasePatternOfChoices] { [block] }

    /// `PatternOfChoicesModel.sanitize`, pattern_of_choices_model.py:19.
    public func sanitize(_ weights: OrderedWeights) throws -> OrderedWeights {
        try block.sanitize(weights)
    }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
