import MLX
import MLXNN

/// `CenteredNorm`, class_values.py:6.
public final class CaseCenteredNorm: Module, UnaryLayer {
    @ParameterInfo var weight: MLXArray
    let eps: Double

    public init(_ dims: Int, eps: Double = 1e-05) {
        _weight.wrappedValue = MLXArray.ones([dims])
        self.eps = eps
    }

    /// `CenteredNorm.__call__`, class_values.py:12.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        let x = x - mean(x, axis: -1, keepDims: true)
        return weight * x * rsqrt(mean(x * x, axis: -1, keepDims: true) + eps)
    }
}

/// `ClassBranch`, class_values.py:17.
public final class CaseClassBranch: Module {
    @ModuleInfo var norm: any UnaryLayer
    @ModuleInfo var other: Identity
    @ModuleInfo var activation: SiLU

    public init(_ normClass: Module.Type, dims: Int) {
        _norm.wrappedValue =
            normClass == RMSNorm.self
            ? RMSNorm(dimensions: dims, eps: 0.001) as any UnaryLayer
            : CaseCenteredNorm(dims, eps: 0.001)
        _other.wrappedValue = Identity()
        _activation.wrappedValue = SiLU()
    }

    /// `ClassBranch.__call__`, class_values.py:24.
    public func callAsFunction(_ x: MLXArray) -> MLXArray { activation(other(norm(x))) }
}

/// `ClassValues`, class_values.py:28.
public final class CaseClassValues: Module {
    @ModuleInfo var proj: Linear
    @ModuleInfo var plain: CaseClassBranch
    @ModuleInfo var centered: CaseClassBranch

    public init(_ config: CaseConfiguration) {
        _proj.wrappedValue = Linear(config.hiddenSize, config.hiddenSize, bias: config.useBias)
        _plain.wrappedValue = CaseClassBranch(RMSNorm.self, dims: config.hiddenSize)
        _centered.wrappedValue = CaseClassBranch(CaseCenteredNorm.self, dims: config.hiddenSize)
    }

    /// `ClassValues.__call__`, class_values.py:36.
    public func callAsFunction(_ x: MLXArray) -> MLXArray { centered(plain(proj(x))) }
}
