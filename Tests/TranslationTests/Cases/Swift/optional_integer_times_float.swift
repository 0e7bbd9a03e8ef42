import MLX
import MLXNN
import ModelPorted

/// `OptionalIntegerTimesFloat`, optional_integer_times_float.py:8.
public final class CaseOptionalIntegerTimesFloat: Module {
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) throws {
        var width = config.headDimensions
        if let factor = config.factor {
            width = try (factor * Double(required(width, "width"))).truncatedToInt()
        }
        width = try 2 * (required(width, "width") + 1).floorQuotient(2)
        _proj.wrappedValue = try Linear(4, required(width, "width"))
    }

    /// `OptionalIntegerTimesFloat.__call__`, optional_integer_times_float.py:17.
    public func callAsFunction(_ x: MLXArray) -> MLXArray { proj(x) }
}
