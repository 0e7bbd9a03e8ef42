import MLX
import ModelPorted

/// The cases of `Cases/fast.py` by name.
func fastCase(_ name: String, _ x: Arguments) throws -> [Value]? {
    switch name {
    case "rms_norm": return outcome(fastCasesRmsNorm(x.array(0), w: x.array(1)))
    case "rms_norm_plain": return outcome(fastCasesRmsNormPlain(x.array(0)))
    case "layer_norm": return outcome(fastCasesLayerNorm(x.array(0), w: x.array(1)))
    case "layer_norm_weight": return outcome(fastCasesLayerNormWeight(x.array(0), w: x.array(1)))
    case "layer_norm_plain": return outcome(fastCasesLayerNormPlain(x.array(0)))
    case "rope": return outcome(fastCasesRope(x.array(0)))
    case "rope_traditional": return outcome(fastCasesRopeTraditional(x.array(0)))
    case "rope_offsets": return outcome(fastCasesRopeOffsets(x.array(0), rows: x.array(1)))
    case "rope_frequencies":
        return outcome(fastCasesRopeFrequencies(x.array(0), frequencies: x.array(1)))
    case "attention": return outcome(fastCasesAttention(x.array(0)))
    case "attention_causal": return outcome(fastCasesAttentionCausal(x.array(0)))
    case "attention_grouped": return outcome(fastCasesAttentionGrouped(x.array(0)))
    case "attention_mask": return outcome(fastCasesAttentionMask(x.array(0), scores: x.array(1)))
    case "attention_boolean_mask":
        return outcome(fastCasesAttentionBooleanMask(x.array(0), scores: x.array(1)))
    case "attention_sinks": return outcome(fastCasesAttentionSinks(x.array(0), sinks: x.array(1)))
    default: return nil
    }
}
