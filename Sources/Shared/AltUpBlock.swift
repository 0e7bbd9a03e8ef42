import Foundation
import MLX
import MLXNN
import ModelPorted

/// A configuration that says what an ``AltUpBlock`` is made of.
public protocol AltUpConfiguration {
    /// What the alternating updates of each layer are made of.
    ///
    /// - Throws: an error that names the entry of `config.json` that is unusable.
    var altUp: AltUpParameters { get throws }
}

/// What an ``AltUpBlock`` is made of.
public struct AltUpParameters: Sendable, Equatable {
    /// The size of the hidden states.
    public var dimensions: Int
    /// The number of hidden states of each token.
    public var inputs: Int
    /// Which of them a layer computes with.
    public var activeIndex: Int
    /// The bound of the coefficients' weights; nil for none.
    public var coefficientClip: Double?
    /// What the RMS norm adds under the root.
    public var normEps: Double

    public init(
        dimensions: Int, inputs: Int, activeIndex: Int, coefficientClip: Double? = nil,
        normEps: Double
    ) {
        self.dimensions = dimensions
        self.inputs = inputs
        self.activeIndex = activeIndex
        self.coefficientClip = coefficientClip
        self.normEps = normEps
    }
}

/// Alternating updates (AltUp, arXiv 2301.13310): a layer computes with one of several hidden states of
/// a token; the others are predicted, and corrected by what the layer made of the one.
///
/// Stands for `Gemma3nAltUp` of mlx_vlm/models/gemma3n/language.py and of mlx_lm/models/gemma3n.py.
public final class AltUpBlock<Configuration: AltUpConfiguration>: Module {
    let parameters: AltUpParameters

    /// The factor `[D]` that a layer may put on the corrected state.
    @ParameterInfo(key: "correct_output_scale") public var correctOutputScale: MLXArray
    @ModuleInfo(key: "correction_coefs") var correctionCoefs: Linear
    @ModuleInfo(key: "prediction_coefs") var predictionCoefs: Linear
    @ModuleInfo(key: "modality_router") var modalityRouter: Linear
    @ModuleInfo(key: "router_norm") var routerNorm: RMSNorm

    /// - Throws: `ParameterError`.
    public init(_ config: Configuration) throws {
        let parameters = try config.altUp
        let (dim, inputs) = (parameters.dimensions, parameters.inputs)
        try requirePositive(("dimensions", dim), ("inputs", inputs))
        self.parameters = parameters
        super.init()
        _correctOutputScale.wrappedValue = MLXArray.zeros([dim])
        _correctionCoefs.wrappedValue = Linear(inputs, inputs, bias: false)
        _predictionCoefs.wrappedValue = Linear(inputs, inputs * inputs, bias: false)
        _modalityRouter.wrappedValue = Linear(dim, inputs, bias: false)
        _routerNorm.wrappedValue = RMSNorm(dimensions: dim, eps: parameters.normEps)
    }

    /// The hidden states `[N, B, L, D]` that a layer begins with, made of those of the layer before.
    public func predict(_ x: MLXArray) -> MLXArray {
        let modalities = modalities(x[parameters.activeIndex])
        prepare(predictionCoefs)
        let sizes = modalities.shape.dropLast() + [parameters.inputs, parameters.inputs]
        let coefficients = predictionCoefs(modalities).reshaped(Array(sizes)).transposed(0, 1, 3, 2)

        let states = x.asType(.float32)
        let inputs = states.transposed(1, 2, 3, 0)
        var predictions = matmul(inputs, coefficients)
        predictions = predictions.transposed(3, 0, 1, 2)
        predictions = predictions + states
        return predictions.asType(x.dtype)
    }

    /// The predictions `[N, B, L, D]` corrected by the active state `activated` `[B, L, D]`.
    public func correct(_ predictions: MLXArray, activated: MLXArray) -> MLXArray {
        let modalities = modalities(activated)
        prepare(correctionCoefs)
        let coefficients = correctionCoefs(modalities) + 1.0

        let active = predictions[parameters.activeIndex]
        let innovation = activated - active
        var weights = coefficients.transposed(2, 0, 1)
        weights = weights[.ellipsis, .newAxis]
        var corrected = innovation[.newAxis] * weights
        corrected = corrected + predictions
        return corrected.asType(activated.dtype)
    }

    /// What the coefficients of a token depend on, float32 `[B, L, N]`.
    private func modalities(_ x: MLXArray) -> MLXArray {
        let inputs = routerNorm(x) * pow(Double(parameters.dimensions), -1)
        let routed = modalityRouter(inputs).asType(.float32)
        return tanh(routed)
    }

    /// The layer's weight becomes float32, within the bounds: as in Python, for good.
    private func prepare(_ layer: Linear) {
        var weight = layer.weight.asType(.float32)
        if let limit = parameters.coefficientClip {
            weight = clip(weight, min: -limit, max: limit)
        }
        layer.weight._updateInternal(weight)
    }
}
