import MLX
import MLXNN

/// `IntegerPower`, integer_power.py:6.
public final class CaseIntegerPower: Module {
    let square: Int

    public init(_ config: CaseConfiguration) throws {
        square = try config.hiddenSize.power(2)
    }

    /// `IntegerPower.__call__`, integer_power.py:11.
    public func callAsFunction(_ x: MLXArray) -> MLXArray { x * square }
}
