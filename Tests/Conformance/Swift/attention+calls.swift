import MLX
import ModelPorted

/// The cases of `Cases/attention.py` by name.
func attentionCase(_ name: String, _ x: Arguments) throws -> [Value]? {
    switch name {
    case "mask": return outcome(attentionCasesMask(x.array(0)))
    case "mask_array": return outcome(attentionCasesMaskArray(x.array(0)))
    case "mask_window": return outcome(attentionCasesMaskWindow(x.array(0)))
    case "mask_cached": return outcome(attentionCasesMaskCached(x.array(0), heads: x.array(1)))
    case "causal_mask": return outcome(attentionCasesCausalMask(x.integer(0)))
    case "causal_mask_offset":
        return outcome(attentionCasesCausalMaskOffset(x.integer(0), k: x.integer(1)))
    case "causal_mask_window": return outcome(attentionCasesCausalMaskWindow(x.integer(0)))
    case "causal_mask_padded": return outcome(attentionCasesCausalMaskPadded(x.array(0)))
    case "causal_mask_of_cache": return outcome(attentionCasesCausalMaskOfCache(x.integer(0)))
    case "ssm_mask": return outcome(attentionCasesSsmMask(x.array(0)))
    case "ssm_mask_cached": return outcome(attentionCasesSsmMaskCached(x.array(0)))
    case "attention": return outcome(attentionCasesAttention(x.array(0)))
    case "fused_attention": return outcome(attentionCasesFusedAttention(x.array(0)))
    case "fused_attention_wide": return outcome(attentionCasesFusedAttentionWide(x.array(0)))
    case "fused_attention_masked":
        return outcome(attentionCasesFusedAttentionMasked(x.array(0), scores: x.array(1)))
    case "attention_causal": return outcome(attentionCasesAttentionCausal(x.array(0)))
    case "attention_sinks":
        return outcome(
            attentionCasesAttentionSinks(x.array(0), scores: x.array(1), sinks: x.array(2)))
    case "attention_quantized": return outcome(attentionCasesAttentionQuantized(x.array(0)))
    case "plain_state": return outcome(attentionCasesPlainState(x.array(0)))
    case "dequantized_state": return outcome(attentionCasesDequantizedState(x.array(0)))
    case "quantized_layers": return outcome(attentionCasesQuantizedLayers(x.integer(0)))
    case "quantized_layers_of_shallow":
        return outcome(attentionCasesQuantizedLayersOfShallow(x.integer(0)))
    case "swiglu_": return outcome(attentionCasesSwiglu(x.array(0), b: x.array(1)))
    case "xielu_": return outcome(attentionCasesXielu(x.array(0)))
    case "xielu_layer": return outcome(attentionCasesXieluLayer(x.array(0)))
    case "xielu_parameters": return outcome(attentionCasesXieluParameters(x.array(0)))
    case "swiglu_mlp": return outcome(attentionCasesSwigluMlp(x.array(0)))
    case "swiglu_mlp_bias": return outcome(attentionCasesSwigluMlpBias(x.array(0)))
    case "model_output": return outcome(attentionCasesModelOutput(x.array(0)))
    case "model_output_of_logits": return outcome(attentionCasesModelOutputOfLogits(x.array(0)))
    case "input_embeddings": return outcome(attentionCasesInputEmbeddings(x.array(0)))
    case "sequence_length": return outcome(attentionCasesSequenceLength(x.array(0)))
    case "position": return outcome(attentionCasesPosition())
    case "position_cached": return outcome(attentionCasesPositionCached(x.array(0)))
    case "pooled_mean": return outcome(attentionCasesPooledMean(x.array(0)))
    case "pooled_first": return outcome(attentionCasesPooledFirst(x.array(0)))
    case "pooled_greatest": return outcome(attentionCasesPooledGreatest(x.array(0)))
    case "pooled_last": return outcome(attentionCasesPooledLast(x.array(0)))
    case "pooled_otherwise": return outcome(attentionCasesPooledOtherwise(x.array(0)))
    case "normalized": return outcome(attentionCasesNormalized(x.array(0)))
    case "embedded": return outcome(attentionCasesEmbedded(x.array(0)))
    default: return nil
    }
}
