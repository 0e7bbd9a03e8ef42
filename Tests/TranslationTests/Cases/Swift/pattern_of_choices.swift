import MLX
import MLXNN
import ModelRuntime

/// `PatternOfChoices`, pattern_of_choices.py:8.
public final class CasePatternOfChoices: Module {
    @ModuleInfo(key: "lm_head") var lmHead: Linear

    public init(_ config: CaseConfiguration) {
        _lmHead.wrappedValue = Linear(4, 4)
    }

    /// `PatternOfChoices.__call__`, pattern_of_choices.py:13.
    public func callAsFunction(_ x: MLXArray) -> MLXArray { lmHead(x) }

    /// `PatternOfChoices.sanitize`, pattern_of_choices.py:16.
    public func sanitize(_ weights: OrderedWeights) throws -> OrderedWeights {
        try weights.mapKeys { k in
            k.hasPrefix("model.norm") || k.hasPrefix("model.layers")
                ? "language.\(k)"
                : k.hasPrefix("vision_tower.a") || k.hasPrefix("vision_tower.b")
                    || k.hasPrefix("image_tower.a") || k.hasPrefix("image_tower.b")
                    ? "tower." + k : k
        }
    }
}
