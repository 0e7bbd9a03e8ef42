import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `WeightTreeReplacedModel`, weight_tree_replaced_model.py:7.
public final class CaseWeightTreeReplacedModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseWeightTreeReplaced

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseWeightTreeReplaced(config)
    }

    /// `WeightTreeReplacedModel.__call__`, weight_tree_replaced_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `WeightTreeReplacedModel.layers`, weight_tree_replaced_model.py:16.
    public var layers: [CaseWeightTreeReplaced] { [block] }

    /// `WeightTreeReplacedModel.sanitize`, weight_tree_replaced_model.py:19.
    public func sanitize(_ weights: OrderedWeights) throws -> OrderedWeights {
        try block.sanitize(weights)
    }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
