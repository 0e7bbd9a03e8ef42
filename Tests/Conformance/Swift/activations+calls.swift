import MLX
import ModelPorted

/// The cases of `Cases/activations.py` by name.
func activationsCase(_ name: String, _ x: Arguments) throws -> [Value]? {
    switch name {
    case "silu": return outcome(activationsCasesSilu(x.array(0)))
    case "gelu": return outcome(activationsCasesGelu(x.array(0)))
    case "gelu_approx": return outcome(activationsCasesGeluApprox(x.array(0)))
    case "gelu_fast_approx": return outcome(activationsCasesGeluFastApprox(x.array(0)))
    case "relu": return outcome(activationsCasesRelu(x.array(0)))
    case "relu2": return outcome(activationsCasesRelu2(x.array(0)))
    case "softplus": return outcome(activationsCasesSoftplus(x.array(0)))
    case "sigmoid": return outcome(activationsCasesSigmoid(x.array(0)))
    case "tanh": return outcome(activationsCasesTanh(x.array(0)))
    case "mish": return outcome(activationsCasesMish(x.array(0)))
    case "log_sigmoid": return outcome(activationsCasesLogSigmoid(x.array(0)))
    case "relu6": return outcome(activationsCasesRelu6(x.array(0)))
    case "layers_relu": return outcome(activationsCasesLayersRelu(x.array(0)))
    case "glu": return outcome(activationsCasesGlu(x.array(0)))
    case "glu_axis": return outcome(activationsCasesGluAxis(x.array(0)))
    case "leaky_relu": return outcome(activationsCasesLeakyRelu(x.array(0)))
    case "leaky_relu_slope": return outcome(activationsCasesLeakyReluSlope(x.array(0)))
    case "log_softmax": return outcome(activationsCasesLogSoftmax(x.array(0)))
    case "log_softmax_axis": return outcome(activationsCasesLogSoftmaxAxis(x.array(0)))
    case "elu": return outcome(activationsCasesElu(x.array(0)))
    case "elu_alpha": return outcome(activationsCasesEluAlpha(x.array(0)))
    default: return nil
    }
}
