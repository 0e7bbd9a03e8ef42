import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `WeightTreeDisplay`, weight_tree_display.py:9.
public final class CaseWeightTreeDisplay: Module {

    public init(_ config: CaseConfiguration) {
    }

    /// `WeightTreeDisplay.__call__`, weight_tree_display.py:13.
    public func callAsFunction(_ x: MLXArray) -> MLXArray { x }

    /// `WeightTreeDisplay.sanitize`, weight_tree_display.py:16.
    public func sanitize(_ weights: OrderedWeights) -> OrderedWeights {
        let weights = WeightTree(Array(weights))
        let weights2 =
            ([
                "language_model": [
                    "model": weights["text"]["model"], "lm_head": weights["text"]["lm_head"],
                ]
            ] as WeightTree).flattened
        return weights2
    }
}
