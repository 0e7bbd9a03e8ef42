import MLX
import MLXNN
import ModelPorted

/// `BranchScaled`, branch_layers.py:6.
public final class CaseBranchScaled: Module, CaseFirst, CaseLayer {
    public let width: Int
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) {
        width = config.hiddenSize
        _proj.wrappedValue = Linear(config.hiddenSize, config.hiddenSize)
    }

    /// `BranchScaled.__call__`, branch_layers.py:12.
    public func callAsFunction(_ x: MLXArray, shift: MLXArray) -> MLXArray {
        proj(x) * 2 + shift
    }
}

/// `BranchRolled`, branch_layers.py:16.
public final class CaseBranchRolled: Module, CaseFirst, CaseSecond {
    public let width: Int
    let steps: Int

    public init(_ config: CaseConfiguration) {
        width = config.hiddenSize + 1
        steps = config.hiddenSize.floorQuotient(2)
    }

    /// `BranchRolled.__call__`, branch_layers.py:22.
    public func callAsFunction(_ x: MLXArray, shift: MLXArray, steps: Int = 1) -> MLXArray {
        roll(x, shift: steps, axis: -1) - shift
    }

    /// As `CaseFirst` has it.
    public func callAsFunction(_ x: MLXArray, shift: MLXArray) -> MLXArray {
        self(x, shift: shift, steps: 1)
    }
}

/// What `BranchRolled` and `BranchScaled` have in common.
public protocol CaseFirst: Module {
    var width: Int { get }
    func callAsFunction(_ x: MLXArray, shift: MLXArray) -> MLXArray
}

/// `BranchPlain`, branch_layers.py:26.
public final class CaseBranchPlain: Module, CaseLayer, CaseSecond {
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) {
        _proj.wrappedValue = Linear(config.hiddenSize, config.hiddenSize)
    }

    /// `BranchPlain.__call__`, branch_layers.py:31.
    public func callAsFunction(_ x: MLXArray) -> MLXArray { proj(x) }

    /// As `CaseLayer` has it.
    public func callAsFunction(_ x: MLXArray, shift: MLXArray) -> MLXArray { self(x) }

    /// As `CaseSecond` has it.
    public func callAsFunction(_ x: MLXArray, shift: MLXArray, steps: Int) -> MLXArray {
        self(x)
    }
}

/// What `BranchPlain` and `BranchScaled` have in common.
public protocol CaseLayer: Module {
    func callAsFunction(_ x: MLXArray, shift: MLXArray) -> MLXArray
}

/// What `BranchPlain` and `BranchRolled` have in common.
public protocol CaseSecond: Module {
    func callAsFunction(_ x: MLXArray, shift: MLXArray, steps: Int) -> MLXArray
}

/// `BranchLayers`, branch_layers.py:35.
public final class CaseBranchLayers: Module {
    let useBias: Bool
    @ModuleInfo var first: any CaseFirst
    @ModuleInfo var second: (any CaseSecond)?
    @ModuleInfo var layers: [any CaseLayer]

    public init(_ config: CaseConfiguration) {
        useBias = config.useBias
        if config.useBias {
            _first.wrappedValue = CaseBranchScaled(config)
        } else {
            _first.wrappedValue = CaseBranchRolled(config)
        }
        if config.useBias {
            _second.wrappedValue = CaseBranchRolled(config)
        } else if config.hiddenSize > 3 {
            _second.wrappedValue = CaseBranchPlain(config)
        } else {
            _second.wrappedValue = nil
        }
        _layers.wrappedValue = (0..<3).map { i in
            i > 1 ? CaseBranchScaled(config) as any CaseLayer : CaseBranchPlain(config)
        }
    }

    /// `BranchLayers.__call__`, branch_layers.py:53.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        var x = first(x, shift: mean(x)) * first.width
        if !useBias {
            x = (first as! CaseBranchRolled)(x, shift: x, steps: (first as! CaseBranchRolled).steps)
        }
        if let second { x = second(x, shift: x, steps: 1) }
        for layer in layers {
            x =
                if let layer = layer as? CaseBranchPlain { layer(x) + 1 } else {
                    layer(x, shift: x)
                }
        }
        return x
    }
}
