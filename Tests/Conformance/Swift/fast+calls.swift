import MLX
import ModelPorted

/// The cases of `Cases/fast.py` by name.
func fastCase(_ name: String, _ x: Arguments) throws -> [Value]? {
    switch name {
    case "rms_norm": return outcome(fastRmsNorm(x.array(0), w: x.array(1)))
    case "rms_norm_plain": return outcome(fastRmsNormPlain(x.array(0)))
    case "layer_norm": return outcome(fastLayerNorm(x.array(0), w: x.array(1)))
    case "layer_norm_weight": return outcome(fastLayerNormWeight(x.array(0), w: x.array(1)))
    case "layer_norm_plain": return outcome(fastLayerNormPlain(x.array(0)))
    case "rope": return outcome(fastRope(x.array(0)))
    case "rope_traditional": return outcome(fastRopeTraditional(x.array(0)))
    case "rope_offsets": return outcome(fastRopeOffsets(x.array(0), rows: x.array(1)))
    case "rope_frequencies":
        return outcome(fastRopeFrequencies(x.array(0), frequencies: x.array(1)))
    case "attention": return outcome(fastAttention(x.array(0)))
    case "attention_causal": return outcome(fastAttentionCausal(x.array(0)))
    case "attention_grouped": return outcome(fastAttentionGrouped(x.array(0)))
    case "attention_mask": return outcome(fastAttentionMask(x.array(0), scores: x.array(1)))
    case "attention_boolean_mask":
        return outcome(fastAttentionBooleanMask(x.array(0), scores: x.array(1)))
    case "attention_sinks": return outcome(fastAttentionSinks(x.array(0), sinks: x.array(1)))
    default: return nil
    }
}
