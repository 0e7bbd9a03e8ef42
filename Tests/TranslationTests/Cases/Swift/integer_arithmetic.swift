import MLX
import MLXNN
import ModelPorted

/// `IntegerArithmetic`, integer_arithmetic.py:6.
public final class CaseIntegerArithmetic: Module {
    let a: Int
    let b: Int
    let c: Int
    let d: Int
    let e: Int

    public init(_ config: CaseConfiguration) throws {
        let n = config.hiddenSize
        a = try n.floorDivided(by: config.numLayers)
        b = try n.floorModulo(config.numLayers)
        c = n.floorQuotient(2) * 3 - 1
        d = (-(n + 1)).floorQuotient(2)
        e = (n - 1) * (n - (2 - n))
    }

    /// `IntegerArithmetic.__call__`, integer_arithmetic.py:16.
    public func callAsFunction(_ x: MLXArray) -> MLXArray { x + a + b + c + d + e }
}
