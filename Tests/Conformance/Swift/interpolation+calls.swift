import MLX
import ModelPorted

/// The cases of `Cases/interpolation.py` by name.
func interpolationCase(_ name: String, _ x: Arguments) throws -> [Value]? {
    switch name {
    case "nearest": return outcome(interpolationCasesNearest(x.array(0)))
    case "nearest_up": return outcome(interpolationCasesNearestUp(x.array(0)))
    case "nearest_factor": return outcome(interpolationCasesNearestFactor(x.array(0)))
    case "nearest_factors": return outcome(interpolationCasesNearestFactors(x.array(0)))
    case "bicubic": return outcome(interpolationCasesBicubic(x.array(0)))
    case "bicubic_up": return outcome(interpolationCasesBicubicUp(x.array(0)))
    case "bicubic_corners": return outcome(interpolationCasesBicubicCorners(x.array(0)))
    case "bicubic_antialias": return outcome(interpolationCasesBicubicAntialias(x.array(0)))
    case "bicubic_mixed": return outcome(interpolationCasesBicubicMixed(x.array(0)))
    case "bicubic_factor": return outcome(interpolationCasesBicubicFactor(x.array(0)))
    case "bicubic_factors": return outcome(interpolationCasesBicubicFactors(x.array(0)))
    case "sampled": return outcome(interpolationCasesSampled(x.array(0)))
    case "sampled_nowhere": return outcome(interpolationCasesSampledNowhere(x.array(0)))
    default: return nil
    }
}
