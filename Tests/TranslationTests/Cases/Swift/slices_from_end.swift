import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `SlicesFromEnd`, slices_from_end.py:6.
public final class CaseSlicesFromEnd: Module {
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) {
        _proj.wrappedValue = Linear(4, 4)
    }

    /// `SlicesFromEnd.renamed`, slices_from_end.py:11.
    public func renamed(_ key: String) -> String {
        for (suffix, other) in [(".w", ".weight"), (".b", ".bias"), (".bias", ".bias")] {
            if key.hasSuffix(suffix) {
                return key.slice(to: -suffix.unicodeScalars.count) + other
            }
        }
        return key
    }

    /// `SlicesFromEnd.__call__`, slices_from_end.py:21.
    public func callAsFunction(_ x: MLXArray) -> MLXArray { proj(x) }

    /// `SlicesFromEnd.sanitize`, slices_from_end.py:24.
    public func sanitize(_ weights: OrderedWeights) throws -> OrderedWeights {
        try weights.mapKeys { renamed($0) }
    }
}
