import MLX
import MLXNN
import ModelPorted

/// `CompiledFunction`, compiled_function.py:37.
public final class CaseCompiledFunction: Module {
    let count: Int
    let normalized: Bool
    @ParameterInfo var bias: MLXArray?

    public init(_ config: CaseConfiguration) {
        count = config.numLayers
        normalized = config.useBias
        _bias.wrappedValue = config.tied ? MLXArray.zeros([config.hiddenSize]) : nil
    }

    /// `CompiledFunction.__call__`, compiled_function.py:44.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        var x = x
        var (indices, weights) = caseSelect(x, bias: bias, count: count, normalized: normalized)
        let order: MLXArray
        let inverse: MLXArray
        (x, order, inverse) = caseOrdered(x, scores: weights)
        indices = indices + order * inverse
        return caseSoftcap(30.0, x: caseClipped(x, gate: x)) + sum(weights) + sum(indices)
    }
}

/// `clipped`, compiled_function.py:9.
public func caseClipped(_ x: MLXArray, gate: MLXArray, alpha: Double = 1.702, limit: Double = 7.0)
    -> MLXArray
{
    compiled(x, gate, by: alpha, limit, shapeless: true) { x, gate in
        let gate = clip(gate, max: limit)
        return gate * sigmoid(alpha * gate) * (x + 1)
    }
}

/// `softcap`, compiled_function.py:15.
public func caseSoftcap(_ cap: Double, x: MLXArray) -> MLXArray {
    compiled(x, by: cap, shapeless: true) { x in
        tanh(x / cap) * cap
    }
}

/// `select`, compiled_function.py:20.
public func caseSelect(_ scores: MLXArray, bias: MLXArray?, count: Int, normalized: Bool) -> (
    MLXArray, MLXArray
) {
    compiled(scores, bias, by: count, normalized) { scores, bias in
        var scores = scores
        if let bias { scores = scores + bias }
        let indices = argPartition(-scores, kth: count - 1, axis: -1)[.ellipsis, ..<count]
        var weights = takeAlong(scores, indices, axis: -1)
        if normalized { weights = weights / sum(weights, axis: -1, keepDims: true) }
        return (indices, weights)
    }
}

/// `ordered`, compiled_function.py:31.
public func caseOrdered(_ x: MLXArray, scores: MLXArray) -> (MLXArray, MLXArray, MLXArray) {
    compiled(x, scores) { x, scores in
        let count = scores.dim(-1)
        let order = argSort(scores, axis: -1)
        return (x * count, order, argSort(order, axis: -1))
    }
}
