import MLX
import ModelPorted

/// The cases of `Cases/activations.py` by name.
func activationsCase(_ name: String, _ x: Arguments) throws -> [Value]? {
    switch name {
    case "silu": return outcome(activationsSilu(x.array(0)))
    case "gelu": return outcome(activationsGelu(x.array(0)))
    case "gelu_approx": return outcome(activationsGeluApprox(x.array(0)))
    case "gelu_fast_approx": return outcome(activationsGeluFastApprox(x.array(0)))
    case "relu": return outcome(activationsRelu(x.array(0)))
    case "relu2": return outcome(activationsRelu2(x.array(0)))
    case "softplus": return outcome(activationsSoftplus(x.array(0)))
    case "sigmoid": return outcome(activationsSigmoid(x.array(0)))
    case "tanh": return outcome(activationsTanh(x.array(0)))
    case "mish": return outcome(activationsMish(x.array(0)))
    case "log_sigmoid": return outcome(activationsLogSigmoid(x.array(0)))
    case "relu6": return outcome(activationsRelu6(x.array(0)))
    case "layers_relu": return outcome(activationsLayersRelu(x.array(0)))
    case "glu": return outcome(activationsGlu(x.array(0)))
    case "glu_axis": return outcome(activationsGluAxis(x.array(0)))
    case "leaky_relu": return outcome(activationsLeakyRelu(x.array(0)))
    case "leaky_relu_slope": return outcome(activationsLeakyReluSlope(x.array(0)))
    case "log_softmax": return outcome(activationsLogSoftmax(x.array(0)))
    case "log_softmax_axis": return outcome(activationsLogSoftmaxAxis(x.array(0)))
    case "elu": return outcome(activationsElu(x.array(0)))
    case "elu_alpha": return outcome(activationsEluAlpha(x.array(0)))
    default: return nil
    }
}
