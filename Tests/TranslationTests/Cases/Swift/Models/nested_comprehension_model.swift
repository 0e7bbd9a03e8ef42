import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `NestedComprehensionModel`, nested_comprehension_model.py:7.
public final class CaseNestedComprehensionModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseNestedComprehension

    public init(_ config: CaseConfiguration) throws {
        _block.wrappedValue = try CaseNestedComprehension(config)
    }

    /// `NestedComprehensionModel.__call__`, nested_comprehension_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `NestedComprehensionModel.layers`, nested_comprehension_model.py:16.
    public var layers: [CaseNestedComprehension] { [block] }

    /// `NestedComprehensionModel.sanitize`, nested_comprehension_model.py:19.
    public func sanitize(_ weights: OrderedWeights) -> OrderedWeights {
        block.sanitize(weights)
    }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
