import MLX
import ModelPorted

/// The cases of `Cases/attention.py` by name.
func attentionCase(_ name: String, _ x: Arguments) throws -> [Value]? {
    switch name {
    case "mask": return outcome(attentionMask(x.array(0)))
    case "mask_array": return outcome(attentionMaskArray(x.array(0)))
    case "mask_window": return outcome(attentionMaskWindow(x.array(0)))
    case "mask_cached": return outcome(attentionMaskCached(x.array(0), heads: x.array(1)))
    case "causal_mask": return outcome(attentionCausalMask(x.integer(0)))
    case "causal_mask_offset":
        return outcome(attentionCausalMaskOffset(x.integer(0), k: x.integer(1)))
    case "causal_mask_window": return outcome(attentionCausalMaskWindow(x.integer(0)))
    case "causal_mask_padded": return outcome(attentionCausalMaskPadded(x.array(0)))
    case "causal_mask_of_cache": return outcome(attentionCausalMaskOfCache(x.integer(0)))
    case "ssm_mask": return outcome(attentionSsmMask(x.array(0)))
    case "ssm_mask_cached": return outcome(attentionSsmMaskCached(x.array(0)))
    case "attention": return outcome(attentionAttention(x.array(0)))
    case "attention_causal": return outcome(attentionAttentionCausal(x.array(0)))
    case "attention_sinks":
        return outcome(attentionAttentionSinks(x.array(0), scores: x.array(1), sinks: x.array(2)))
    case "attention_quantized": return outcome(attentionAttentionQuantized(x.array(0)))
    case "plain_state": return outcome(attentionPlainState(x.array(0)))
    case "dequantized_state": return outcome(attentionDequantizedState(x.array(0)))
    case "quantized_layers": return outcome(attentionQuantizedLayers(x.integer(0)))
    case "quantized_layers_of_shallow":
        return outcome(attentionQuantizedLayersOfShallow(x.integer(0)))
    case "swiglu_": return outcome(attentionSwiglu(x.array(0), b: x.array(1)))
    case "xielu_": return outcome(attentionXielu(x.array(0)))
    case "xielu_layer": return outcome(attentionXieluLayer(x.array(0)))
    case "xielu_parameters": return outcome(attentionXieluParameters(x.array(0)))
    case "swiglu_mlp": return outcome(attentionSwigluMlp(x.array(0)))
    case "swiglu_mlp_bias": return outcome(attentionSwigluMlpBias(x.array(0)))
    case "model_output": return outcome(attentionModelOutput(x.array(0)))
    case "model_output_of_logits": return outcome(attentionModelOutputOfLogits(x.array(0)))
    case "input_embeddings": return outcome(attentionInputEmbeddings(x.array(0)))
    default: return nil
    }
}
