import MLX
import ModelPorted

/// The cases of `Cases/experts.py` by name.
func expertsCase(_ name: String, _ x: Arguments) throws -> [Value]? {
    switch name {
    case "weight_suffixes": return outcome(expertsCasesWeightSuffixes())
    case "scale_suffixes": return outcome(expertsCasesScaleSuffixes())
    case "gather_sort": return outcome(expertsCasesGatherSort(x.array(0), chosen: x.array(1)))
    case "scatter_unsort": return outcome(expertsCasesScatterUnsort(x.array(0), chosen: x.array(1)))
    case "scatter_unsort_flat":
        return outcome(expertsCasesScatterUnsortFlat(x.array(0), chosen: x.array(1)))
    case "swiglu": return outcome(expertsCasesSwiglu(x.array(0), b: x.array(1)))
    case "switch_linear": return outcome(expertsCasesSwitchLinear(x.array(0), chosen: x.array(1)))
    case "switch_linear_plain":
        return outcome(expertsCasesSwitchLinearPlain(x.array(0), chosen: x.array(1)))
    case "switch_linear_sorted":
        return outcome(expertsCasesSwitchLinearSorted(x.array(0), chosen: x.array(1)))
    case "switch_linear_weight": return outcome(expertsCasesSwitchLinearWeight())
    case "switch_linear_bias": return outcome(expertsCasesSwitchLinearBias())
    case "switch_linear_inputs": return outcome(expertsCasesSwitchLinearInputs())
    case "switch_linear_outputs": return outcome(expertsCasesSwitchLinearOutputs())
    case "switch_linear_experts": return outcome(expertsCasesSwitchLinearExperts())
    case "quantized_switch_linear":
        return outcome(expertsCasesQuantizedSwitchLinear(x.array(0), chosen: x.array(1)))
    case "quantized_switch_linear_mode":
        return outcome(expertsCasesQuantizedSwitchLinearMode(x.array(0), chosen: x.array(1)))
    case "quantized_switch_linear_parts": return outcome(expertsCasesQuantizedSwitchLinearParts())
    case "switch_glu": return outcome(expertsCasesSwitchGlu(x.array(0), chosen: x.array(1)))
    case "switch_glu_bias":
        return outcome(expertsCasesSwitchGluBias(x.array(0), chosen: x.array(1)))
    case "switch_glu_parts":
        return outcome(
            expertsCasesSwitchGluParts(
                x.array(0), b: x.array(1), tokens3: x.array(2), chosen: x.array(3)))
    case "switch_mlp": return outcome(expertsCasesSwitchMlp(x.array(0), chosen: x.array(1)))
    case "switch_mlp_bias":
        return outcome(expertsCasesSwitchMlpBias(x.array(0), chosen: x.array(1)))
    case "switch_mlp_parts": return outcome(expertsCasesSwitchMlpParts(x.array(0)))
    default: return nil
    }
}
