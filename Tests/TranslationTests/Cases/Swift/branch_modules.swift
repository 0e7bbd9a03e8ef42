import MLX
import MLXNN

/// `Doubled`, branch_modules.py:6.
public final class CaseDoubled: Module, UnaryLayer {
    @ModuleInfo var proj: Linear

    public init(_ dims: Int) {
        _proj.wrappedValue = Linear(dims, dims)
    }

    /// `Doubled.__call__`, branch_modules.py:11.
    public func callAsFunction(_ x: MLXArray) -> MLXArray { proj(x) * 2 }
}

/// `BranchModules`, branch_modules.py:15.
public final class CaseBranchModules: Module {
    @ModuleInfo var proj: any UnaryLayer

    public init(_ config: CaseConfiguration) {
        if config.useBias {
            _proj.wrappedValue = CaseDoubled(config.hiddenSize)
        } else {
            _proj.wrappedValue = Linear(config.hiddenSize, config.hiddenSize)
        }
    }

    /// `BranchModules.__call__`, branch_modules.py:24.
    public func callAsFunction(_ x: MLXArray) -> MLXArray { proj(x) }
}
