import MLX
import ModelPorted

/// The cases of `Cases/resizing.py` by name.
func resizingCase(_ name: String, _ x: Arguments) throws -> [Value]? {
    switch name {
    case "bilinear": return outcome(resizingCasesBilinear(x.array(0)))
    case "bilinear_up": return outcome(resizingCasesBilinearUp(x.array(0)))
    case "bilinear_corners": return outcome(resizingCasesBilinearCorners(x.array(0)))
    case "bilinear_plain": return outcome(resizingCasesBilinearPlain(x.array(0)))
    case "bilinear_map": return outcome(resizingCasesBilinearMap(x.array(0)))
    case "bilinear_nhwc": return outcome(resizingCasesBilinearNhwc(x.array(0)))
    case "bilinear_nhwc_corners": return outcome(resizingCasesBilinearNhwcCorners(x.array(0)))
    case "bilinear_nhwc_antialias": return outcome(resizingCasesBilinearNhwcAntialias(x.array(0)))
    case "bilinear_nhwc_narrow": return outcome(resizingCasesBilinearNhwcNarrow(x.array(0)))
    case "bicubic_nhwc": return outcome(resizingCasesBicubicNhwc(x.array(0)))
    case "bicubic_nhwc_antialias": return outcome(resizingCasesBicubicNhwcAntialias(x.array(0)))
    case "bicubic_nhwc_factors": return outcome(resizingCasesBicubicNhwcFactors(x.array(0)))
    case "nearest_nhwc": return outcome(resizingCasesNearestNhwc(x.array(0)))
    case "nearest_nhwc_up": return outcome(resizingCasesNearestNhwcUp(x.array(0)))
    case "interpolated": return outcome(resizingCasesInterpolated(x.array(0)))
    default: return nil
    }
}
