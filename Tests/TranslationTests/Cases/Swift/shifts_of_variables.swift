import MLX
import MLXNN
import ModelRuntime
import OrderedCollections

/// `ShiftsOfVariables`, shifts_of_variables.py:14.
public final class CaseShiftsOfVariables: Module {
    @ModuleInfo var norm: RMSNorm
    let steps: Int

    public init(_ config: CaseConfiguration) throws {
        _norm.wrappedValue = RMSNorm(dimensions: 4)
        let levels = 3
        steps = try 1.shiftedLeft(by: levels) + (-37).shiftedRight(by: levels)
    }

    /// `ShiftsOfVariables.__call__`, shifts_of_variables.py:21.
    public func callAsFunction(_ x: MLXArray) -> MLXArray { norm(x) * steps }

    /// `ShiftsOfVariables.sanitize`, shifts_of_variables.py:24.
    public func sanitize(_ weights: OrderedWeights) throws -> OrderedWeights {
        try OrderedDictionary(
            weights.map { key, value in try (key, caseEncode(value, mantissa: 3)) }
        ) { $1 }
    }
}

/// `_encode`, shifts_of_variables.py:6.
public func caseEncode(_ x: MLXArray, mantissa: Int) throws -> MLXArray {
    let drop = 23 - mantissa
    let bits = x.view(dtype: .uint32)
    let half = bits >> (drop - 1) & 1
    let sticky = try bits & (1.shiftedLeft(by: drop - 1) - 1) .!= 0
    return bits >> drop + half & sticky.asType(.uint32)
}
