import Foundation
import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `Routed`, listed_indices.py:6.
public final class CaseRouted: Module {
    let limit: JSONValue
    @ModuleInfo var experts: [Linear]

    public init(_ options: RoPEScaling?) throws {
        limit = try required(required(options, "options")["limit"], "limit")
        _experts.wrappedValue = (0..<3).map { _ in Linear(4, 4) }
    }

    /// `Routed.__call__`, listed_indices.py:12.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        var x = clip(
            x, min: -Double(json: limit, named: "limit"), max: Double(json: limit, named: "limit"))
        let shape = x.shape
        x = x.reshaped(-1, x.dim(-1))
        let indices = argSort(x[0..., ..<3], axis: -1)[0..., ..<2]
        var y: [MLXArray] = []
        for (row, chosen) in zip(x, indices.map { $0.asArray(Int.self) }) {
            let parts = stacked(chosen.map { experts[$0](row) }, axis: -1)
            y.append(sum(parts, axis: -1))
        }
        let y2 = stacked(y)
        return y2.reshaped(shape)
    }
}

/// `ListedIndices`, listed_indices.py:30.
public final class CaseListedIndices: Module {
    @ModuleInfo var routed: CaseRouted
    @ModuleInfo var layers: [Linear]

    public init(_ config: CaseConfiguration) throws {
        _routed.wrappedValue = try CaseRouted(config.ropeScaling)
        _layers.wrappedValue = (0..<3).map { _ in Linear(4, 4) }
    }

    /// `ListedIndices.__call__`, listed_indices.py:36.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        var x = x
        let order = argSort(MLXArray([2, 0, 1]), axis: -1)
        for place in order.asArray(Int.self) {
            x = layers[place](x)
        }
        return routed(x)
    }

    /// `ListedIndices.sanitize`, listed_indices.py:42.
    public func sanitize(_ weights: OrderedWeights) -> OrderedWeights {
        var kept = weights.filter { k, _ in !k.contains("packed") }
        for (k, v) in weights {
            if k.contains("packed") {
                var parts = split(v, parts: 3).enumerated().map { (i, part) in
                    (k.replacingOccurrences(of: "packed", with: "layers.\(i)") + ".weight", part)
                }
                if k.hasSuffix("packed") {
                    parts = parts.map { (name, part) in (name, part.T) }
                }
                kept.merge(parts) { $1 }
            }
        }
        return kept
    }
}
