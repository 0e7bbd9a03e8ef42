import MLX
import MLXNN

/// `GrownStates`, tuple_grown_from_nothing.py:6.
public final class CaseGrownStates: Module {
    @ModuleInfo var layers: [Linear]

    public init(_ config: CaseConfiguration) {
        _layers.wrappedValue = (0..<max(0, config.numLayers)).map { _ in Linear(4, 4) }
    }

    /// `GrownStates.__call__`, tuple_grown_from_nothing.py:11.
    public func callAsFunction(_ x: MLXArray) -> (MLXArray, [MLXArray]) {
        var x = x
        var states: [MLXArray] = []
        for layer in layers {
            x = layer(x)
            states = states + [x]
        }
        return (x, states)
    }
}

/// `TupleGrownFromNothing`, tuple_grown_from_nothing.py:19.
public final class CaseTupleGrownFromNothing: Module {
    @ModuleInfo var states: CaseGrownStates

    public init(_ config: CaseConfiguration) {
        _states.wrappedValue = CaseGrownStates(config)
    }

    /// `TupleGrownFromNothing.__call__`, tuple_grown_from_nothing.py:24.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        let output = states(x)
        return output.0 + stacked(output.1, axis: -1)[.ellipsis, 0]
    }
}
