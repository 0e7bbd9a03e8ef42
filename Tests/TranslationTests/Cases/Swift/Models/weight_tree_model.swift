import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `TreeOfWeightsModel`, weight_tree_model.py:7.
public final class CaseTreeOfWeightsModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseTreeOfWeights

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseTreeOfWeights(config)
    }

    /// `TreeOfWeightsModel.__call__`, weight_tree_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `TreeOfWeightsModel.layers`, weight_tree_model.py:16.
    public var layers: [CaseTreeOfWeights] { [block] }

    /// `TreeOfWeightsModel.sanitize`, weight_tree_model.py:19.
    public func sanitize(_ weights: OrderedWeights) -> OrderedWeights {
        block.sanitize(weights)
    }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
