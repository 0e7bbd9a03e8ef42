import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `WeightTreeBranchesModel`, weight_tree_branches_model.py:7.
public final class CaseWeightTreeBranchesModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseWeightTreeBranches

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseWeightTreeBranches(config)
    }

    /// `WeightTreeBranchesModel.__call__`, weight_tree_branches_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `WeightTreeBranchesModel.layers`, weight_tree_branches_model.py:16.
    public var layers: [CaseWeightTreeBranches] { [block] }

    /// `WeightTreeBranchesModel.sanitize`, weight_tree_branches_model.py:19.
    public func sanitize(_ weights: OrderedWeights) throws -> OrderedWeights {
        try block.sanitize(weights)
    }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
