// Ported from mlx_lm/models/activations.py, mlx-lm 0.32.2, MIT,
// sha256 6f7d756897deb322af4fe98e040df76e9358a91d76521e51f14d734fdd0fb05f.

import MLX
import MLXNN

private let compiledPreciseSwiGLU = compile(shapeless: true) {
    (h: MLXArray, gate: MLXArray, x: MLXArray) in
    (silu(gate.asType(.float32)) * x.asType(.float32)).asType(h.dtype)
}

private let compiledXIELU = compile(shapeless: true) {
    (arguments: [MLXArray]) -> [MLXArray] in
    [xielu(arguments[0], arguments[1], arguments[2], arguments[3], arguments[4])]
}

extension MLXLM {
    /// `silu(gate) * x` in float32, compiled into one kernel; all of one shape, the result of the
    /// dtype of `h`.
    public static func preciseSwiglu(_ h: MLXArray, _ gate: MLXArray, _ x: MLXArray) -> MLXArray {
        compiledPreciseSwiGLU(h, gate, x)
    }

    /// The xIELU activation of `x`, compiled into one kernel.
    ///
    /// - Parameters:
    ///   - alphaP: the curvature above 0, before `softplus`
    ///   - alphaN: the weight of the exponential below 0, before `softplus` and without `beta`
    ///   - beta: the slope at 0
    ///   - eps: the greatest argument of the exponential
    public static func compiledXielu(
        _ x: MLXArray, _ alphaP: MLXArray, _ alphaN: MLXArray, _ beta: MLXArray, _ eps: MLXArray
    ) -> MLXArray {
        compiledXIELU([x, alphaP, alphaN, beta, eps])[0]
    }

    /// The xIELU activation with its four numbers as parameters.
    public final class XieLU: Module, UnaryLayer {
        @ParameterInfo(key: "alpha_p") var alphaP: MLXArray
        @ParameterInfo(key: "alpha_n") var alphaN: MLXArray
        @ParameterInfo(key: "beta") var beta: MLXArray
        @ParameterInfo(key: "eps") var eps: MLXArray

        /// - Parameters:
        ///   - alphaPInit: the curvature above 0
        ///   - alphaNInit: the weight of the exponential below 0
        public init(
            alphaPInit: Double = 0.8, alphaNInit: Double = 0.8, beta: Double = 0.5,
            eps: Double = -1e-6
        ) {
            super.init()
            _alphaP.wrappedValue = log(exp(MLXArray(Float(alphaPInit))) - 1)
            _alphaN.wrappedValue = log(exp(MLXArray(Float(alphaNInit - beta))) - 1)
            _beta.wrappedValue = MLXArray(Float(beta))
            _eps.wrappedValue = MLXArray(Float(eps))
        }

        /// The activation of each element of `x`.
        public func callAsFunction(_ x: MLXArray) -> MLXArray {
            observe { MLXLM.compiledXielu(x, alphaP, alphaN, beta, eps) }
        }
    }
}
