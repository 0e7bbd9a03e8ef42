import MLX
import MLXNN
import ModelPorted

/// `Assertions`, assertions.py:6.
public final class CaseAssertions: Module {
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) throws {
        try require(config.hiddenSize.floorRemainder(2) == 0, "(config.hidden_size % 2) == 0")
        if let window = config.window {
            if window < 0 {
                throw PythonFailure.raised("ValueError", "window is negative")
            }
        }
        if !["silu", "gelu"].contains(config.activation) {
            throw PythonFailure.raised("ValueError", "Unknown activation: " + config.activation)
        }
        _proj.wrappedValue = Linear(4, 4)
    }

    /// `Assertions.__call__`, assertions.py:17.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        guard x.ndim == 3 else { return MLXArray.raised("AssertionError", "x.ndim == 3") }
        return proj(x)
    }
}
