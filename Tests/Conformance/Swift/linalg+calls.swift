import MLX
import ModelPorted

/// The cases of `Cases/linalg.py` by name.
func linalgCase(_ name: String, _ x: Arguments) throws -> [Value]? {
    switch name {
    case "matmul": return outcome(linalgCasesMatmul(x.array(0), n: x.array(1)))
    case "addmm": return outcome(linalgCasesAddmm(x.array(0), n: x.array(1)))
    case "addmm_scaled": return outcome(linalgCasesAddmmScaled(x.array(0), n: x.array(1)))
    case "einsum": return outcome(linalgCasesEinsum(x.array(0), n: x.array(1)))
    case "einsum_matrices": return outcome(linalgCasesEinsumMatrices(x.array(0), n: x.array(1)))
    case "einsum_list": return outcome(linalgCasesEinsumList(x.array(0), n: x.array(1)))
    case "outer": return outcome(linalgCasesOuter(x.array(0), b: x.array(1)))
    case "hadamard_transform": return outcome(linalgCasesHadamardTransform(x.array(0)))
    case "hadamard_transform_scaled": return outcome(linalgCasesHadamardTransformScaled(x.array(0)))
    case "gather_mm": return outcome(linalgCasesGatherMm(x.array(0), n: x.array(1)))
    case "gather_mm_right":
        return outcome(
            linalgCasesGatherMmRight(x.array(0), experts: x.array(1), expert: x.array(2)))
    case "gather_mm_both":
        return outcome(linalgCasesGatherMmBoth(x.array(0), experts: x.array(1), expert: x.array(2)))
    case "norm": return outcome(linalgCasesNorm(x.array(0)))
    case "norm_axis": return outcome(linalgCasesNormAxis(x.array(0)))
    case "norm_axes": return outcome(linalgCasesNormAxes(x.array(0)))
    case "norm_one": return outcome(linalgCasesNormOne(x.array(0)))
    case "norm_half": return outcome(linalgCasesNormHalf(x.array(0)))
    case "norm_infinity": return outcome(linalgCasesNormInfinity(x.array(0)))
    case "norm_frobenius": return outcome(linalgCasesNormFrobenius(x.array(0)))
    case "norm_two_kept": return outcome(linalgCasesNormTwoKept(x.array(0)))
    case "cross": return outcome(linalgCasesCross(x.array(0), b: x.array(1)))
    case "cross_axis": return outcome(linalgCasesCrossAxis(x.array(0), b: x.array(1)))
    default: return nil
    }
}
