import MLX
import MLXNN
import ModelPorted

/// A configuration that says what a `StandardMLP` is made of.
public protocol MLPConfiguration {
    /// What the feed-forward network of each layer is made of.
    ///
    /// - Throws: an error that names the entry of `config.json` that is unusable.
    var mlp: MLPParameters { get throws }
}

/// What a `StandardMLP` is made of.
public struct MLPParameters: Sendable, Equatable {
    /// The size of the hidden states.
    public var dimensions: Int
    /// The size between the projections.
    public var hiddenDimensions: Int
    /// Whether the projections have a bias.
    public var bias: Bool
    /// How the gate is applied.
    public var activation: Activation

    /// How the projection `up` is gated by the projection `gate`.
    public enum Activation: Sendable, Equatable {
        /// `swiglu(gate, up)`, compiled into one kernel.
        case swiglu
        /// `silu(gate) * up`.
        case silu
        /// `gelu(gate) * up`.
        case gelu
        /// `gelu_approx(gate) * up`.
        case geluApproximate
        /// `gelu_fast_approx(gate) * up`.
        case geluFastApproximate

        func callAsFunction(_ gate: MLXArray, _ up: MLXArray) -> MLXArray {
            switch self {
            case .swiglu: ModelPorted.swiglu(gate, up)
            case .silu: MLXNN.silu(gate) * up
            case .gelu: MLXNN.gelu(gate) * up
            case .geluApproximate: MLXNN.geluApproximate(gate) * up
            case .geluFastApproximate: MLXNN.geluFastApproximate(gate) * up
            }
        }
    }

    public init(
        dimensions: Int, hiddenDimensions: Int, bias: Bool = false,
        activation: Activation = .swiglu
    ) {
        self.dimensions = dimensions
        self.hiddenDimensions = hiddenDimensions
        self.bias = bias
        self.activation = activation
    }
}

/// A gated feed-forward network.
///
/// Stands for `MLP` of mlx_vlm/models/llama/language.py and `SwiGLUMLP` of mlx_vlm/models/mlp.py.
public final class StandardMLP<Configuration: MLPConfiguration>: Module, FeedForwardLayer,
    UnaryLayer
{
    let activation: MLPParameters.Activation

    @ModuleInfo(key: "gate_proj") var gateProj: Linear
    @ModuleInfo(key: "down_proj") var downProj: Linear
    @ModuleInfo(key: "up_proj") var upProj: Linear

    /// - Throws: `ParameterError`.
    public init(_ config: Configuration) throws {
        let parameters = try config.mlp
        let (dim, hiddenDim) = (parameters.dimensions, parameters.hiddenDimensions)
        try requirePositive(("dimensions", dim), ("hiddenDimensions", hiddenDim))
        activation = parameters.activation
        super.init()

        _gateProj.wrappedValue = Linear(dim, hiddenDim, bias: parameters.bias)
        _downProj.wrappedValue = Linear(hiddenDim, dim, bias: parameters.bias)
        _upProj.wrappedValue = Linear(dim, hiddenDim, bias: parameters.bias)
    }

    /// The network's output for `x` `[…, D]`, of the same shape.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        observe { downProj(activation(gateProj(x), upProj(x))) }
    }
}
