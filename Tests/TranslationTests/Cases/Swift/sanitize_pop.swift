import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `SanitizePop`, sanitize_pop.py:6.
public final class CaseSanitizePop: Module {
    let tied: Bool
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) {
        tied = config.tied
        _proj.wrappedValue = Linear(4, 4)
    }

    /// `SanitizePop.__call__`, sanitize_pop.py:12.
    public func callAsFunction(_ x: MLXArray) -> MLXArray { proj(x) }

    /// `SanitizePop.sanitize`, sanitize_pop.py:15.
    public func sanitize(_ weights: OrderedWeights) throws -> OrderedWeights {
        var weights = weights
        if tied { weights.removeValue(forKey: "lm_head.weight") }
        if !weights.keys.contains("lm_head.weight") {
            weights["lm_head.weight"] = try required(
                weights["embed_tokens.weight"], "embed_tokens.weight")
        }
        return weights
    }
}
