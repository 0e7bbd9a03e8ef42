import MLX
import ModelPorted

/// The cases of `Cases/convolution.py` by name.
func convolutionCase(_ name: String, _ x: Arguments) throws -> [Value]? {
    switch name {
    case "conv1d": return outcome(convolutionConv1d(x.array(0), kernel1: x.array(1)))
    case "conv1d_strided": return outcome(convolutionConv1dStrided(x.array(0), kernel1: x.array(1)))
    case "conv1d_groups": return outcome(convolutionConv1dGroups(x.array(0), kernel1: x.array(1)))
    case "conv2d": return outcome(convolutionConv2d(x.array(0), kernel2: x.array(1)))
    case "conv2d_strided": return outcome(convolutionConv2dStrided(x.array(0), kernel2: x.array(1)))
    case "conv2d_pairs": return outcome(convolutionConv2dPairs(x.array(0), kernel2: x.array(1)))
    case "conv2d_depthwise":
        return outcome(convolutionConv2dDepthwise(x.array(0), kernel2: x.array(1)))
    case "conv3d": return outcome(convolutionConv3d(x.array(0), kernel3: x.array(1)))
    case "conv3d_triples": return outcome(convolutionConv3dTriples(x.array(0), kernel3: x.array(1)))
    case "conv3d_strided": return outcome(convolutionConv3dStrided(x.array(0), kernel3: x.array(1)))
    case "conv_transpose1d":
        return outcome(convolutionConvTranspose1d(x.array(0), kernel1: x.array(1)))
    case "conv_transpose1d_strided":
        return outcome(convolutionConvTranspose1dStrided(x.array(0), kernel1: x.array(1)))
    case "conv_general": return outcome(convolutionConvGeneral(x.array(0), kernel2: x.array(1)))
    case "conv_general_lists":
        return outcome(convolutionConvGeneralLists(x.array(0), kernel2: x.array(1)))
    case "conv_general_number":
        return outcome(convolutionConvGeneralNumber(x.array(0), kernel1: x.array(1)))
    case "conv_general_pads":
        return outcome(convolutionConvGeneralPads(x.array(0), kernel2: x.array(1)))
    default: return nil
    }
}
