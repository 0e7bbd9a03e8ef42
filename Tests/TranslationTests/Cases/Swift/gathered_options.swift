import MLX
import MLXNN
import ModelPorted

/// `OptionScaled`, gathered_options.py:6.
public final class CaseOptionScaled: Module {
    @ModuleInfo var proj: Linear
    let factor: Double

    public init(_ dims: Int, factor: Double = 1.0, low: Double = 2, high: Int = 3) {
        _proj.wrappedValue = Linear(dims, dims)
        self.factor = factor * low / Double(high)
    }

    /// `OptionScaled.__call__`, gathered_options.py:12.
    public func callAsFunction(_ x: MLXArray) -> MLXArray { proj(x) * factor }
}

/// `GatheredOptions`, gathered_options.py:16.
public final class CaseGatheredOptions: Module {
    @ModuleInfo var layer: CaseOptionScaled

    public init(_ config: CaseConfiguration) throws {
        _layer.wrappedValue = try CaseOptionScaled(
            config.hiddenSize,
            factor: required(
                (required(config.ropeScaling, "rope_scaling")["factor"] ?? 1.0).doubleValue,
                "factor"),
            low: required(
                (required(config.ropeScaling, "rope_scaling")["low"] ?? 2).doubleValue, "low"))
    }

    /// `GatheredOptions.__call__`, gathered_options.py:26.
    public func callAsFunction(_ x: MLXArray) -> MLXArray { layer(x) }
}
