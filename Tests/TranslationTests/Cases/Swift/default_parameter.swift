import MLX
import MLXNN

/// `DefaultParameter`, default_parameter.py:9.
public final class CaseDefaultParameter: Module {
    let scale: Double

    public init(_ config: CaseConfiguration) {
        scale = config.scale
    }

    /// `DefaultParameter.__call__`, default_parameter.py:14.
    public func callAsFunction(_ x: MLXArray, scale: Double? = nil) -> MLXArray {
        let scale = scale ?? self.scale
        return x * scale
    }
}
