import MLX
import ModelPorted

/// The cases of `Cases/rotary.py` by name.
func rotaryCase(_ name: String, _ x: Arguments) throws -> [Value]? {
    switch name {
    case "plain": return outcome(try rotaryCasesPlain(x.array(0)))
    case "plain_offset": return outcome(try rotaryCasesPlainOffset(x.array(0)))
    case "linear": return outcome(try rotaryCasesLinear(x.array(0), ropeLinear: x.scaling(1)))
    case "llama3": return outcome(try rotaryCasesLlama3(x.array(0), ropeLlama3: x.scaling(1)))
    case "yarn": return outcome(try rotaryCasesYarn(x.array(0), ropeYarn: x.scaling(1)))
    case "long": return outcome(try rotaryCasesLong(x.array(0), ropeLong: x.scaling(1)))
    case "eager": return outcome(try rotaryCasesEager(x.array(0)))
    case "eager_layer": return outcome(rotaryCasesEagerLayer(x.array(0)))
    case "eager_traditional": return outcome(rotaryCasesEagerTraditional(x.array(0)))
    case "eager_offsets": return outcome(rotaryCasesEagerOffsets(x.array(0), rows: x.array(1)))
    case "llama3_layer":
        return outcome(try rotaryCasesLlama3Layer(x.array(0), ropeLlama3: x.scaling(1)))
    case "llama3_traditional":
        return outcome(try rotaryCasesLlama3Traditional(x.array(0), ropeLlama3: x.scaling(1)))
    case "yarn_layer": return outcome(try rotaryCasesYarnLayer(x.array(0)))
    case "yarn_parameters": return outcome(try rotaryCasesYarnParameters(x.array(0)))
    case "su_layer": return outcome(try rotaryCasesSuLayer(x.array(0)))
    case "su_factors": return outcome(try rotaryCasesSuFactors(x.array(0)))
    case "su_long": return outcome(try rotaryCasesSuLong(x.array(0)))
    case "proportional": return outcome(try rotaryCasesProportional(x.array(0)))
    case "proportional_part": return outcome(try rotaryCasesProportionalPart(x.array(0)))
    case "proportional_configured":
        return outcome(
            try rotaryCasesProportionalConfigured(x.array(0), ropeProportional: x.scaling(1)))
    case "rotate_pairs": return outcome(rotaryCasesRotatePairs(x.array(0)))
    case "mrope_layer": return outcome(rotaryCasesMropeLayer(x.array(0)))
    case "mrope_text": return outcome(rotaryCasesMropeText(x.array(0)))
    case "mrope_interleaved": return outcome(rotaryCasesMropeInterleaved(x.array(0)))
    case "mrope_chunked": return outcome(rotaryCasesMropeChunked(x.array(0)))
    case "mrope_partial": return outcome(rotaryCasesMropePartial(x.array(0)))
    case "mrope_sections": return outcome(rotaryCasesMropeSections(x.array(0)))
    case "mrope_section_pairs": return outcome(rotaryCasesMropeSectionPairs(x.array(0)))
    case "multimodal_rotary": return outcome(rotaryCasesMultimodalRotary(x.array(0)))
    case "rotary_pairs": return outcome(rotaryCasesRotaryPairs(x.array(0)))
    case "rotary_pairs_full": return outcome(rotaryCasesRotaryPairsFull(x.array(0)))
    case "mrope_scaled": return outcome(rotaryCasesMropeScaled(x.array(0)))
    case "mrope_fused": return outcome(rotaryCasesMropeFused(x.array(0)))
    case "mrope_first": return outcome(rotaryCasesMropeFirst(x.array(0)))
    default: return nil
    }
}
