import MLX
import MLXNN
import ModelPorted
import OrderedCollections

/// `ConstantsOfFunctions`, constants_of_functions.py:13.
public final class CaseConstantsOfFunctions: Module {
    let activation: String
    let size: Int

    public init(_ config: CaseConfiguration) throws {
        activation = config.activation
        if !caseActivations.keys.contains(config.activation) {
            throw PythonFailure.raised("ValueError", "Unknown activation \(config.activation)")
        }
        size = try required(caseLengths["large"], "large") + config.hiddenSize
    }

    /// `ConstantsOfFunctions.__call__`, constants_of_functions.py:23.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        var x = x
        let act = caseActivations[activation]!
        for shift in caseShifts {
            x = act(x) + shift
        }
        return x * size
    }
}

/// `SHIFTS`, constants_of_functions.py:5.
let caseShifts: [Double] = [0.5, -1.5]

/// `ACTIVATIONS`, constants_of_functions.py:6.
let caseActivations: OrderedDictionary<String, @Sendable (MLXArray) -> MLXArray> = [
    "silu": { silu($0) }, "relu": { relu($0) }, "gelu": { geluApproximate($0) },
]

/// `lengths`, constants_of_functions.py:14.
let caseLengths: OrderedDictionary<String, Int> = ["small": 2, "large": 4]
