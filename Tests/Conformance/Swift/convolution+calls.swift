import MLX
import ModelPorted

/// The cases of `Cases/convolution.py` by name.
func convolutionCase(_ name: String, _ x: Arguments) throws -> [Value]? {
    switch name {
    case "conv1d": return outcome(convolutionCasesConv1d(x.array(0), kernel1: x.array(1)))
    case "conv1d_strided":
        return outcome(convolutionCasesConv1dStrided(x.array(0), kernel1: x.array(1)))
    case "conv1d_groups":
        return outcome(convolutionCasesConv1dGroups(x.array(0), kernel1: x.array(1)))
    case "conv2d": return outcome(convolutionCasesConv2d(x.array(0), kernel2: x.array(1)))
    case "conv2d_strided":
        return outcome(convolutionCasesConv2dStrided(x.array(0), kernel2: x.array(1)))
    case "conv2d_pairs":
        return outcome(convolutionCasesConv2dPairs(x.array(0), kernel2: x.array(1)))
    case "conv2d_depthwise":
        return outcome(convolutionCasesConv2dDepthwise(x.array(0), kernel2: x.array(1)))
    case "conv3d": return outcome(convolutionCasesConv3d(x.array(0), kernel3: x.array(1)))
    case "conv3d_triples":
        return outcome(convolutionCasesConv3dTriples(x.array(0), kernel3: x.array(1)))
    case "conv3d_strided":
        return outcome(convolutionCasesConv3dStrided(x.array(0), kernel3: x.array(1)))
    case "conv_transpose1d":
        return outcome(convolutionCasesConvTranspose1d(x.array(0), kernel1: x.array(1)))
    case "conv_transpose1d_strided":
        return outcome(convolutionCasesConvTranspose1dStrided(x.array(0), kernel1: x.array(1)))
    case "conv_general":
        return outcome(convolutionCasesConvGeneral(x.array(0), kernel2: x.array(1)))
    case "conv_general_lists":
        return outcome(convolutionCasesConvGeneralLists(x.array(0), kernel2: x.array(1)))
    case "conv_general_number":
        return outcome(convolutionCasesConvGeneralNumber(x.array(0), kernel1: x.array(1)))
    case "conv_general_pads":
        return outcome(convolutionCasesConvGeneralPads(x.array(0), kernel2: x.array(1)))
    default: return nil
    }
}
