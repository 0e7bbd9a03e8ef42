import MLX
import MLXNN
import ModelPorted

/// `OptionalUnwrapping`, optional_unwrapping.py:6.
public final class CaseOptionalUnwrapping: Module {
    let headDimensions: Int?
    let window: Int?
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) throws {
        headDimensions = config.headDimensions
        window = config.window
        _proj.wrappedValue = try Linear(
            config.hiddenSize, required(config.headDimensions, "head_dim"))
    }

    /// `OptionalUnwrapping.__call__`, optional_unwrapping.py:13.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        var x = x
        if let window, window > 2 { x = x[0..., ..<window] }
        return x.reshaped(-1, headDimensions!)
    }
}
