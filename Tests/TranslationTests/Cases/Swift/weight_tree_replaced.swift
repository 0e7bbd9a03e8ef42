import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `WeightTreeReplacedHead`, weight_tree_replaced.py:8.
public final class CaseWeightTreeReplacedHead: Module {
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) {
        _proj.wrappedValue = Linear(4, 4)
    }

    /// `WeightTreeReplacedHead.__call__`, weight_tree_replaced.py:13.
    public func callAsFunction(_ x: MLXArray) -> MLXArray { proj(x) }

    /// `WeightTreeReplacedHead.sanitize`, weight_tree_replaced.py:16.
    public func sanitize(_ weights: OrderedWeights) throws -> OrderedWeights {
        try weights.filter { k, _ in !k.contains("unused") }.mapKeys { "proj.\($0)" }
    }
}

/// `WeightTreeReplaced`, weight_tree_replaced.py:21.
public final class CaseWeightTreeReplaced: Module {
    @ModuleInfo var head: CaseWeightTreeReplacedHead

    public init(_ config: CaseConfiguration) {
        _head.wrappedValue = CaseWeightTreeReplacedHead(config)
    }

    /// `WeightTreeReplaced.__call__`, weight_tree_replaced.py:26.
    public func callAsFunction(_ x: MLXArray) -> MLXArray { head(x) }

    /// `WeightTreeReplaced.sanitize`, weight_tree_replaced.py:29.
    public func sanitize(_ weights: OrderedWeights) throws -> OrderedWeights {
        let weights = WeightTree(Array(weights))
        let head = weights["head"].flattened
        weights["head"] = try WeightTree(undivided: self.head.sanitize(head))
        return weights.flattened
    }
}
