// Ported from mlx_vlm/models/activations.py, mlx-vlm 0.7.10, MIT,
// sha256 2ce04422f5670d8c3507f723d33253632e14121f45f2aa8070b08544ea92dfc9.

import MLX
import MLXNN

private let compiledSwiGLU = compile(shapeless: true) { (gate: MLXArray, x: MLXArray) in
    silu(gate) * x
}

/// `silu(gate) * x`, compiled into one kernel; both of one shape.
public func swiglu(_ gate: MLXArray, _ x: MLXArray) -> MLXArray {
    compiledSwiGLU(gate, x)
}

/// The xIELU activation of `x`: quadratic above 0, exponential below.
///
/// - Parameters:
///   - alphaP: the curvature above 0, before `softplus`
///   - alphaN: the weight of the exponential below 0, before `softplus` and without `beta`
///   - beta: the slope at 0
///   - eps: the greatest argument of the exponential
public func xielu(
    _ x: MLXArray, _ alphaP: MLXArray, _ alphaN: MLXArray, _ beta: MLXArray, _ eps: MLXArray
) -> MLXArray {
    let alphaP = softplus(alphaP)
    let alphaN = beta + softplus(alphaN)
    return which(
        x .> 0,
        alphaP * square(x) + beta * x,
        (expm1(minimum(x, eps)) - x) * alphaN + beta * x)
}

/// The xIELU activation with its four numbers as parameters.
///
/// Stands for `XieLU`.
public final class XieLU: Module, UnaryLayer {
    @ParameterInfo(key: "alpha_p") var alphaP: MLXArray
    @ParameterInfo(key: "alpha_n") var alphaN: MLXArray
    @ParameterInfo(key: "beta") var beta: MLXArray
    @ParameterInfo(key: "eps") var eps: MLXArray

    /// - Parameters:
    ///   - alphaPInit: the curvature above 0
    ///   - alphaNInit: the weight of the exponential below 0
    public init(
        alphaPInit: Double = 0.8, alphaNInit: Double = 0.8, beta: Double = 0.5, eps: Double = -1e-6
    ) {
        super.init()
        let alphaP = MLXArray(Float(alphaPInit))
        let alphaN = MLXArray(Float(alphaNInit - beta))
        _alphaP.wrappedValue = log(exp(alphaP) - 1)
        _alphaN.wrappedValue = log(exp(alphaN) - 1)
        _beta.wrappedValue = MLXArray(Float(beta))
        _eps.wrappedValue = MLXArray(Float(eps))
    }

    /// The activation of each element of `x`.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        observe { xielu(x, alphaP, alphaN, beta, eps) }
    }
}
