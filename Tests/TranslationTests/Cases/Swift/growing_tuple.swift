import MLX
import MLXNN

/// `States`, growing_tuple.py:6.
public final class CaseStates: Module {
    @ModuleInfo var layers: [Linear]

    public init(_ config: CaseConfiguration) {
        _layers.wrappedValue = (0..<max(0, config.numLayers)).map { _ in Linear(4, 4) }
    }

    /// `States.__call__`, growing_tuple.py:11.
    public func callAsFunction(_ x: MLXArray) -> (MLXArray, [MLXArray]) {
        var x = x
        var states = [x]
        for layer in layers {
            x = layer(x)
            states = states + [x]
        }
        return (x, states)
    }
}

/// `GrowingTuple`, growing_tuple.py:20.
public final class CaseGrowingTuple: Module {
    @ModuleInfo var states: CaseStates

    public init(_ config: CaseConfiguration) {
        _states.wrappedValue = CaseStates(config)
    }

    /// `GrowingTuple.__call__`, growing_tuple.py:25.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        let result = self.states(x)
        let (last, _) = self.states(x)
        let (_, states) = self.states(x)
        return result.1.last! + result.0 + last + states[1]
    }
}
