import MLX
import MLXNN

/// `Chain`, named_attributes.py:6.
public final class CaseChain: Module {
    var order: [String]
    @ModuleInfo(key: "pre_norm") var preNorm: (any UnaryLayer)?
    @ModuleInfo var proj: (any UnaryLayer)?

    public override init() { order = [] }

    /// `Chain.add`, named_attributes.py:11.
    public func add(_ name: String, module: any UnaryLayer) {
        setLayer(module, named: name)
        order.append(name)
    }

    /// `Chain.__call__`, named_attributes.py:15.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        var x = x
        for name in order {
            x = layer(named: name)!(x)
        }
        return x
    }

    /// Keeps a layer under the name that it has among the weights.
    private func setLayer(_ layer: any UnaryLayer, named name: String) {
        switch name {
        case "pre_norm": preNorm = layer
        case "proj": proj = layer
        default: preconditionFailure("no layer is called \(name)")
        }
    }

    /// The layer that is kept under a name.
    private func layer(named name: String) -> (any UnaryLayer)? {
        switch name {
        case "pre_norm": preNorm
        case "proj": proj
        default: nil
        }
    }
}

/// `NamedAttributes`, named_attributes.py:21.
public final class CaseNamedAttributes: Module {
    @ModuleInfo var first: CaseChain
    @ModuleInfo var second: CaseChain

    public init(_ config: CaseConfiguration) {
        let first = CaseChain()
        _first.wrappedValue = first
        if config.useBias { first.add("pre_norm", module: RMSNorm(dimensions: 4)) }
        first.add("proj", module: Linear(4, 4))
        let second = CaseChain()
        _second.wrappedValue = second
        second.add("proj", module: Linear(4, 4, bias: false))
    }

    /// `NamedAttributes.__call__`, named_attributes.py:31.
    public func callAsFunction(_ x: MLXArray) -> MLXArray { second(first(x)) }
}
