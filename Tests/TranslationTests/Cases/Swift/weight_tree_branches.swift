import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `WeightTreeBranches`, weight_tree_branches.py:9.
public final class CaseWeightTreeBranches: Module {

    public init(_ config: CaseConfiguration) {
    }

    /// `WeightTreeBranches.__call__`, weight_tree_branches.py:13.
    public func callAsFunction(_ x: MLXArray) -> MLXArray { x }

    /// `WeightTreeBranches.sanitize`, weight_tree_branches.py:16.
    public func sanitize(_ weights: OrderedWeights) throws -> OrderedWeights {
        var weights = WeightTree(Array(weights))
        var languageModel = weights["model"].get("language_model")
        let head: WeightTree
        if languageModel.nonEmpty != nil {
            head = weights["lm_head"]
        } else {
            languageModel = weights["language_model"]["model"]
            head = weights["language_model"]["lm_head"]
        }
        let tower = weights.get("tower")
        if let tower = tower.nonEmpty { weights["vision"] = tower }
        weights = try [
            "language_model": ["model": required(languageModel, "language_model"), "lm_head": head]
        ]
        return weights.flattened
    }
}
