import MLX
import ModelPorted

/// The cases of `Cases/rotary.py` by name.
func rotaryCase(_ name: String, _ x: Arguments) throws -> [Value]? {
    switch name {
    case "plain": return outcome(try rotaryPlain(x.array(0)))
    case "plain_offset": return outcome(try rotaryPlainOffset(x.array(0)))
    case "linear": return outcome(try rotaryLinear(x.array(0), ropeLinear: x.scaling(1)))
    case "llama3": return outcome(try rotaryLlama3(x.array(0), ropeLlama3: x.scaling(1)))
    case "yarn": return outcome(try rotaryYarn(x.array(0), ropeYarn: x.scaling(1)))
    case "long": return outcome(try rotaryLong(x.array(0), ropeLong: x.scaling(1)))
    case "eager": return outcome(try rotaryEager(x.array(0)))
    case "eager_layer": return outcome(rotaryEagerLayer(x.array(0)))
    case "eager_traditional": return outcome(rotaryEagerTraditional(x.array(0)))
    case "eager_offsets": return outcome(rotaryEagerOffsets(x.array(0), rows: x.array(1)))
    case "llama3_layer": return outcome(try rotaryLlama3Layer(x.array(0), ropeLlama3: x.scaling(1)))
    case "llama3_traditional":
        return outcome(try rotaryLlama3Traditional(x.array(0), ropeLlama3: x.scaling(1)))
    case "yarn_layer": return outcome(try rotaryYarnLayer(x.array(0)))
    case "yarn_parameters": return outcome(try rotaryYarnParameters(x.array(0)))
    case "su_layer": return outcome(try rotarySuLayer(x.array(0)))
    case "su_factors": return outcome(try rotarySuFactors(x.array(0)))
    case "su_long": return outcome(try rotarySuLong(x.array(0)))
    case "proportional": return outcome(try rotaryProportional(x.array(0)))
    case "proportional_part": return outcome(try rotaryProportionalPart(x.array(0)))
    case "proportional_configured":
        return outcome(try rotaryProportionalConfigured(x.array(0), ropeProportional: x.scaling(1)))
    default: return nil
    }
}
