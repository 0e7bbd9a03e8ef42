import MLX
import MLXNN

/// A function where a layer is asked for. Python holds the function itself, which is no module: its calls are not
/// observed.
public final class FunctionLayer: Module, UnaryLayer {
    private let function: (MLXArray) -> MLXArray

    /// A layer that computes `function`.
    public init(_ function: @escaping (MLXArray) -> MLXArray) {
        self.function = function
    }

    /// The function's value for `x`.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        function(x)
    }
}

/// A function of two arrays where the activation of a gated network is asked for, as `FunctionLayer`.
public final class GatedFunction: Module, GatedActivation {
    private let function: (MLXArray, MLXArray) -> MLXArray

    /// An activation that computes `function` of the up and the gate projection.
    public init(_ function: @escaping (MLXArray, MLXArray) -> MLXArray) {
        self.function = function
    }

    /// The function's value for the projections `x` and `gate`, all of one shape.
    public func callAsFunction(_ x: MLXArray, gate: MLXArray) -> MLXArray {
        function(x, gate)
    }
}
