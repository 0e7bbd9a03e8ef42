import MLX
import MLXNN

/// `PartialBranch`, partial_class.py:8.
public final class CasePartialBranch: Module {
    @ModuleInfo var norm: LayerNorm

    public init(_ dims: Int) {
        _norm.wrappedValue = LayerNorm(dimensions: dims, eps: 0.25)
    }

    /// `PartialBranch.__call__`, partial_class.py:13.
    public func callAsFunction(_ x: MLXArray) -> MLXArray { norm(x) }
}

/// `PartialClass`, partial_class.py:17.
public final class CasePartialClass: Module {
    @ModuleInfo var branch: CasePartialBranch
    @ModuleInfo var norm: LayerNorm

    public init(_ config: CaseConfiguration) {
        _branch.wrappedValue = CasePartialBranch(config.hiddenSize)
        _norm.wrappedValue = LayerNorm(dimensions: config.hiddenSize, eps: 0.25, affine: false)
    }

    /// `PartialClass.__call__`, partial_class.py:24.
    public func callAsFunction(_ x: MLXArray) -> MLXArray { norm(branch(x)) }
}
