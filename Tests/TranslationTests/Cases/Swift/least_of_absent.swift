import MLX
import MLXNN
import ModelPorted

/// `LeastOfAbsent`, least_of_absent.py:6.
public final class CaseLeastOfAbsent: Module {
    let scale: Double
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) throws {
        let width = try min(required(config.headDimensions, "head_dim"), config.hiddenSize)
        scale = try max(required(config.factor, "factor"), 0.5)
        _proj.wrappedValue = Linear(4, width)
    }

    /// `LeastOfAbsent.__call__`, least_of_absent.py:13.
    public func callAsFunction(_ x: MLXArray) -> MLXArray { proj(x) * scale }
}
