import MLX
import MLXNN
import ModelPorted

/// `Sets`, sets.py:6.
public final class CaseSets: Module {
    let wide: Set<Int>
    @ModuleInfo var layers: [Linear]

    public init(_ config: CaseConfiguration) throws {
        wide = Set([1, 3])
        let known = Set(["silu", "gelu"])
        if !known.contains(config.activation) {
            throw PythonFailure.raised("ValueError", "activation is none of \(known)")
        }
        let rest = known.subtracting(Set(["gelu"]))
        try require(rest.count == 1, "len(rest) == 1")
        _layers.wrappedValue = (0..<max(0, config.numLayers)).map { _ in Linear(4, 4) }
    }

    /// `Sets.__call__`, sets.py:17.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        var x = x
        for (i, layer) in layers.enumerated() {
            x = wide.contains(i) ? layer(x) : x
        }
        return x
    }
}
