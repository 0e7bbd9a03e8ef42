import MLX
import MLXNN

/// `StringOfNumber`, string_of_number.py:10.
public final class CaseStringOfNumber: Module {
    let config: CaseConfiguration
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) {
        self.config = config
        _proj.wrappedValue = Linear(4, 4)
    }

    /// `StringOfNumber.__call__`, string_of_number.py:16.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        if String(config.hiddenSize) + String(config.eps) == "41e-05" { return x }
        return proj(x)
    }
}
