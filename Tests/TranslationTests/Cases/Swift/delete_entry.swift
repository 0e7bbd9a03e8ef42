import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `DeleteEntry`, delete_entry.py:6.
public final class CaseDeleteEntry: Module {
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) {
        _proj.wrappedValue = Linear(4, 4)
    }

    /// `DeleteEntry.sanitize`, delete_entry.py:11.
    public func sanitize(_ weights: OrderedWeights) throws -> OrderedWeights {
        var weights = weights
        for i in 0..<2 {
            if weights.keys.contains("h.\(i).bias") {
                _ = try required(weights.removeValue(forKey: "h.\(i).bias"), "h.\(i).bias")
            }
        }
        return weights
    }

    /// `DeleteEntry.__call__`, delete_entry.py:17.
    public func callAsFunction(_ x: MLXArray) -> MLXArray { proj(x) }
}
