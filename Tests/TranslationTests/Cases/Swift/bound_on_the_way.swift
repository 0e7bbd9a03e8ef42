import MLX
import MLXNN

/// `BoundOnTheWay`, bound_on_the_way.py:6.
public final class CaseBoundOnTheWay: Module {
    let window: Int?
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) {
        window = config.window
        _proj.wrappedValue = Linear(4, 4)
    }

    /// `BoundOnTheWay.given`, bound_on_the_way.py:12.
    public func given(_ x: MLXArray, bias: MLXArray? = nil) -> MLXArray {
        var bias = bias
        if let givenBias = bias, givenBias.dim(-1) != 1 {
            bias = givenBias[.ellipsis, ..<1]
        }
        if let bias {
            return x + bias
        } else {
            return x
        }
    }

    /// `BoundOnTheWay.named`, bound_on_the_way.py:17.
    public func named(_ x: MLXArray, state: MLXArray? = nil, isLast: Bool = false) -> MLXArray {
        let isFirst = state == nil
        var h = state ?? proj(x)
        if isFirst || isLast { h = h * 0.5 }
        return h
    }

    /// `BoundOnTheWay.chosen`, bound_on_the_way.py:27.
    public func chosen(_ x: MLXArray, parts: [MLXArray], index: Int? = nil, isLast: Bool = false)
        -> MLXArray
    {
        let part = parts[index ?? 0]
        let shift = if let index, !isLast { index * 2 } else { 1 }
        let last = if let index { parts[index] } else { parts.last! }
        return x * part + shift * last
    }

    /// `BoundOnTheWay.__call__`, bound_on_the_way.py:33.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        var x = given(given(given(x), bias: x), bias: x[.ellipsis, ..<1])
        x = named(named(x), state: x)
        x = named(x, state: x, isLast: true)
        let parts = [x * 0.25, x * 4]
        x = chosen(x, parts: parts, index: window)
        return chosen(x, parts: parts, index: 1, isLast: true)
    }
}
