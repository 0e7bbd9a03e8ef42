import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `TreeOfWeights`, weight_tree.py:9.
public final class CaseTreeOfWeights: Module {

    public init(_ config: CaseConfiguration) {
    }

    /// `TreeOfWeights.__call__`, weight_tree.py:13.
    public func callAsFunction(_ x: MLXArray) -> MLXArray { x }

    /// `TreeOfWeights.sanitize`, weight_tree.py:16.
    public func sanitize(_ weights: OrderedWeights) -> OrderedWeights {
        let weights = WeightTree(Array(weights))
        weights.remove("vision_tower")
        for k in ["audio", "image"] {
            weights["model"].remove(k)
        }
        return weights.flattened
    }
}
