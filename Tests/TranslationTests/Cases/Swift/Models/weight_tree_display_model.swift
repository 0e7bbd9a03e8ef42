import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `WeightTreeDisplayModel`, weight_tree_display_model.py:7.
public final class CaseWeightTreeDisplayModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseWeightTreeDisplay

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseWeightTreeDisplay(config)
    }

    /// `WeightTreeDisplayModel.__call__`, weight_tree_display_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `WeightTreeDisplayModel.layers`, weight_tree_display_model.py:16.
    public var layers: [CaseWeightTreeDisplay] { [block] }

    /// `WeightTreeDisplayModel.sanitize`, weight_tree_display_model.py:19.
    public func sanitize(_ weights: OrderedWeights) -> OrderedWeights {
        block.sanitize(weights)
    }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
