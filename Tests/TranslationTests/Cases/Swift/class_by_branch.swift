import MLX
import MLXNN

/// `ChosenDouble`, class_by_branch.py:6.
public final class CaseChosenDouble: Module, UnaryLayer {
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) {
        _proj.wrappedValue = Linear(config.hiddenSize, config.hiddenSize)
    }

    /// `ChosenDouble.__call__`, class_by_branch.py:11.
    public func callAsFunction(_ x: MLXArray) -> MLXArray { proj(x) * 2 }
}

/// `ChosenPlain`, class_by_branch.py:15.
public final class CaseChosenPlain: Module, UnaryLayer {
    @ModuleInfo var gate: Linear

    public init(_ config: CaseConfiguration) {
        _gate.wrappedValue = Linear(config.hiddenSize, config.hiddenSize)
    }

    /// `ChosenPlain.__call__`, class_by_branch.py:20.
    public func callAsFunction(_ x: MLXArray) -> MLXArray { gate(x) }
}

/// `ClassByBranch`, class_by_branch.py:24.
public final class CaseClassByBranch: Module {
    @ModuleInfo var layer: any UnaryLayer

    public init(_ config: CaseConfiguration) {
        if config.useBias {
            _layer.wrappedValue = CaseChosenDouble(config)
        } else {
            _layer.wrappedValue = CaseChosenPlain(config)
        }
    }

    /// `ClassByBranch.__call__`, class_by_branch.py:33.
    public func callAsFunction(_ x: MLXArray) -> MLXArray { layer(x) }
}
