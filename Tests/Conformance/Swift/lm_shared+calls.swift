import MLX
import ModelPorted

/// The cases of `Cases/lm_shared.py` by name.
func lmSharedCase(_ name: String, _ x: Arguments) throws -> [Value]? {
    switch name {
    case "precise": return outcome(lmSharedCasesPrecise(x.array(0), b: x.array(1)))
    case "oai": return outcome(lmSharedCasesOai(x.array(0), b: x.array(1)))
    case "oai_limits": return outcome(lmSharedCasesOaiLimits(x.array(0), b: x.array(1)))
    case "oai_layer": return outcome(lmSharedCasesOaiLayer(x.array(0), b: x.array(1)))
    case "oai_layer_limits": return outcome(lmSharedCasesOaiLayerLimits(x.array(0), b: x.array(1)))
    case "xielu_": return outcome(lmSharedCasesXielu(x.array(0)))
    case "xielu_layer": return outcome(lmSharedCasesXieluLayer(x.array(0)))
    case "xielu_parameters": return outcome(lmSharedCasesXieluParameters(x.array(0)))
    case "mscale": return outcome(try lmSharedCasesMscale(x.number(0), ropeYarn: x.scaling(1)))
    case "plain": return outcome(try lmSharedCasesPlain(x.array(0)))
    case "linear": return outcome(try lmSharedCasesLinear(x.array(0), ropeLinear: x.scaling(1)))
    case "llama3": return outcome(try lmSharedCasesLlama3(x.array(0), ropeLlama3: x.scaling(1)))
    case "yarn": return outcome(try lmSharedCasesYarn(x.array(0), ropeYarn: x.scaling(1)))
    case "dynamic": return outcome(try lmSharedCasesDynamic(x.array(0)))
    case "proportional": return outcome(try lmSharedCasesProportional(x.array(0)))
    case "proportional_factor": return outcome(try lmSharedCasesProportionalFactor(x.array(0)))
    case "su_layer": return outcome(try lmSharedCasesSuLayer(x.array(0)))
    case "su_factors": return outcome(try lmSharedCasesSuFactors(x.array(0)))
    case "switch_glu": return outcome(lmSharedCasesSwitchGlu(x.array(0), chosen: x.array(1)))
    case "switch_glu_oai": return outcome(lmSharedCasesSwitchGluOai(x.array(0), chosen: x.array(1)))
    case "switch_glu_parts":
        return outcome(
            lmSharedCasesSwitchGluParts(
                x.array(0), b: x.array(1), tokens3: x.array(2), chosen: x.array(3)))
    case "qk": return outcome(lmSharedCasesQk(x.array(0)))
    case "lm_gated_delta":
        return outcome(
            lmSharedCasesLmGatedDelta(
                x.array(0), channels: x.array(1), steps: x.array(2), perHead: x.array(3)))
    case "lm_gated_delta_bound":
        return outcome(
            lmSharedCasesLmGatedDeltaBound(
                x.array(0), channels: x.array(1), steps: x.array(2), perHead: x.array(3)))
    case "keys_and_values": return outcome(lmSharedCasesKeysAndValues(x.array(0)))
    case "keys_of_chunks": return outcome(lmSharedCasesKeysOfChunks(x.array(0)))
    default: return nil
    }
}
