import MLX
import ModelPorted

/// The cases of `Cases/experts.py` by name.
func expertsCase(_ name: String, _ x: Arguments) throws -> [Value]? {
    switch name {
    case "weight_suffixes": return outcome(expertsWeightSuffixes())
    case "scale_suffixes": return outcome(expertsScaleSuffixes())
    case "gather_sort": return outcome(expertsGatherSort(x.array(0), chosen: x.array(1)))
    case "scatter_unsort": return outcome(expertsScatterUnsort(x.array(0), chosen: x.array(1)))
    case "scatter_unsort_flat":
        return outcome(expertsScatterUnsortFlat(x.array(0), chosen: x.array(1)))
    case "swiglu": return outcome(expertsSwiglu(x.array(0), b: x.array(1)))
    case "switch_linear": return outcome(expertsSwitchLinear(x.array(0), chosen: x.array(1)))
    case "switch_linear_plain":
        return outcome(expertsSwitchLinearPlain(x.array(0), chosen: x.array(1)))
    case "switch_linear_sorted":
        return outcome(expertsSwitchLinearSorted(x.array(0), chosen: x.array(1)))
    case "switch_linear_weight": return outcome(expertsSwitchLinearWeight())
    case "switch_linear_bias": return outcome(expertsSwitchLinearBias())
    case "switch_linear_inputs": return outcome(expertsSwitchLinearInputs())
    case "switch_linear_outputs": return outcome(expertsSwitchLinearOutputs())
    case "switch_linear_experts": return outcome(expertsSwitchLinearExperts())
    case "quantized_switch_linear":
        return outcome(expertsQuantizedSwitchLinear(x.array(0), chosen: x.array(1)))
    case "quantized_switch_linear_mode":
        return outcome(expertsQuantizedSwitchLinearMode(x.array(0), chosen: x.array(1)))
    case "quantized_switch_linear_parts": return outcome(expertsQuantizedSwitchLinearParts())
    case "switch_glu": return outcome(expertsSwitchGlu(x.array(0), chosen: x.array(1)))
    case "switch_glu_bias": return outcome(expertsSwitchGluBias(x.array(0), chosen: x.array(1)))
    case "switch_glu_parts":
        return outcome(
            expertsSwitchGluParts(
                x.array(0), b: x.array(1), tokens3: x.array(2), chosen: x.array(3)))
    case "switch_mlp": return outcome(expertsSwitchMlp(x.array(0), chosen: x.array(1)))
    case "switch_mlp_bias": return outcome(expertsSwitchMlpBias(x.array(0), chosen: x.array(1)))
    case "switch_mlp_parts": return outcome(expertsSwitchMlpParts(x.array(0)))
    default: return nil
    }
}
