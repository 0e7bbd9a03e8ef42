import MLX
import ModelPorted

/// The cases of `Cases/lm_shared.py` by name.
func lmSharedCase(_ name: String, _ x: Arguments) throws -> [Value]? {
    switch name {
    case "precise": return outcome(lmSharedPrecise(x.array(0), b: x.array(1)))
    case "oai": return outcome(lmSharedOai(x.array(0), b: x.array(1)))
    case "oai_limits": return outcome(lmSharedOaiLimits(x.array(0), b: x.array(1)))
    case "oai_layer": return outcome(lmSharedOaiLayer(x.array(0), b: x.array(1)))
    case "oai_layer_limits": return outcome(lmSharedOaiLayerLimits(x.array(0), b: x.array(1)))
    case "xielu_": return outcome(lmSharedXielu(x.array(0)))
    case "xielu_layer": return outcome(lmSharedXieluLayer(x.array(0)))
    case "xielu_parameters": return outcome(lmSharedXieluParameters(x.array(0)))
    case "mscale": return outcome(try lmSharedMscale(x.number(0), ropeYarn: x.scaling(1)))
    case "plain": return outcome(try lmSharedPlain(x.array(0)))
    case "linear": return outcome(try lmSharedLinear(x.array(0), ropeLinear: x.scaling(1)))
    case "llama3": return outcome(try lmSharedLlama3(x.array(0), ropeLlama3: x.scaling(1)))
    case "yarn": return outcome(try lmSharedYarn(x.array(0), ropeYarn: x.scaling(1)))
    case "dynamic": return outcome(try lmSharedDynamic(x.array(0)))
    case "proportional": return outcome(try lmSharedProportional(x.array(0)))
    case "proportional_factor": return outcome(try lmSharedProportionalFactor(x.array(0)))
    case "su_layer": return outcome(try lmSharedSuLayer(x.array(0)))
    case "su_factors": return outcome(try lmSharedSuFactors(x.array(0)))
    case "switch_glu": return outcome(lmSharedSwitchGlu(x.array(0), chosen: x.array(1)))
    case "switch_glu_oai": return outcome(lmSharedSwitchGluOai(x.array(0), chosen: x.array(1)))
    case "switch_glu_parts":
        return outcome(
            lmSharedSwitchGluParts(
                x.array(0), b: x.array(1), tokens3: x.array(2), chosen: x.array(3)))
    default: return nil
    }
}
