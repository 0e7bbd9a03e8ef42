import MLX
import MLXNN
import ModelPorted

/// `ClampedSwiGLU`, gated_activation.py:8.
public final class CaseClampedSwiGLU: Module, GatedActivation {
    let limit: Double

    public init(_ limit: Double) {
        self.limit = limit
    }

    /// `ClampedSwiGLU.__call__`, gated_activation.py:13.
    public func callAsFunction(_ x: MLXArray, gate: MLXArray) -> MLXArray {
        let gate = clip(silu(gate), max: limit)
        return gate * clip(x, min: -limit, max: limit)
    }
}

/// `GatedActivation`, gated_activation.py:18.
public final class CaseGatedActivation: Module {
    @ModuleInfo var experts: SwitchGLU

    public init(_ config: CaseConfiguration) {
        let limit = config.factor.nonZero ?? 0
        let activation = limit > 0 ? CaseClampedSwiGLU(limit) as any GatedActivation : SwiGLU()
        _experts.wrappedValue = SwitchGLU(4, 8, 3, activation: activation)
    }

    /// `GatedActivation.__call__`, gated_activation.py:25.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        let indices = MLXArray.zeros(Array(x.shape.dropLast(1)) + [2], dtype: .uint32)
        return sum(experts(x, indices), axis: -2)
    }
}
