import MLX
import ModelPorted

/// The cases of `Cases/linalg.py` by name.
func linalgCase(_ name: String, _ x: Arguments) throws -> [Value]? {
    switch name {
    case "matmul": return outcome(linalgMatmul(x.array(0), n: x.array(1)))
    case "addmm": return outcome(linalgAddmm(x.array(0), n: x.array(1)))
    case "addmm_scaled": return outcome(linalgAddmmScaled(x.array(0), n: x.array(1)))
    case "einsum": return outcome(linalgEinsum(x.array(0), n: x.array(1)))
    case "einsum_matrices": return outcome(linalgEinsumMatrices(x.array(0), n: x.array(1)))
    case "einsum_list": return outcome(linalgEinsumList(x.array(0), n: x.array(1)))
    case "outer": return outcome(linalgOuter(x.array(0), b: x.array(1)))
    case "hadamard_transform": return outcome(linalgHadamardTransform(x.array(0)))
    case "hadamard_transform_scaled": return outcome(linalgHadamardTransformScaled(x.array(0)))
    case "gather_mm": return outcome(linalgGatherMm(x.array(0), n: x.array(1)))
    case "gather_mm_right":
        return outcome(linalgGatherMmRight(x.array(0), experts: x.array(1), expert: x.array(2)))
    case "gather_mm_both":
        return outcome(linalgGatherMmBoth(x.array(0), experts: x.array(1), expert: x.array(2)))
    case "norm": return outcome(linalgNorm(x.array(0)))
    case "norm_axis": return outcome(linalgNormAxis(x.array(0)))
    case "norm_axes": return outcome(linalgNormAxes(x.array(0)))
    case "norm_one": return outcome(linalgNormOne(x.array(0)))
    case "norm_half": return outcome(linalgNormHalf(x.array(0)))
    case "norm_infinity": return outcome(linalgNormInfinity(x.array(0)))
    case "norm_frobenius": return outcome(linalgNormFrobenius(x.array(0)))
    case "norm_two_kept": return outcome(linalgNormTwoKept(x.array(0)))
    case "cross": return outcome(linalgCross(x.array(0), b: x.array(1)))
    case "cross_axis": return outcome(linalgCrossAxis(x.array(0), b: x.array(1)))
    default: return nil
    }
}
