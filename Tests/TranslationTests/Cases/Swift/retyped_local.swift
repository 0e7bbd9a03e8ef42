import MLX
import MLXNN

/// `RetypedLocal`, retyped_local.py:6.
public final class CaseRetypedLocal: Module {
    let factor: Double
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) {
        let width = config.tied ? "wide" : "narrow"
        factor = width == "wide" ? 2.0 : 1.0
        let width2 = [config.hiddenSize, 4]
        _proj.wrappedValue = Linear(width2[0], width2[1])
    }

    /// `RetypedLocal.__call__`, retyped_local.py:14.
    public func callAsFunction(_ x: MLXArray) -> MLXArray { proj(x) * factor }
}
