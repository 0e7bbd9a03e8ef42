import Foundation
import MLX
import MLXNN
import ModelRuntime

/// `SanitizeRename`, sanitize_rename.py:6.
public final class CaseSanitizeRename: Module {
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) {
        _proj.wrappedValue = Linear(4, 4)
    }

    /// `SanitizeRename.__call__`, sanitize_rename.py:11.
    public func callAsFunction(_ x: MLXArray) -> MLXArray { proj(x) }

    /// `SanitizeRename.sanitize`, sanitize_rename.py:14.
    public func sanitize(_ weights: OrderedWeights) throws -> OrderedWeights {
        try weights.mapKeys { k in k.replacingOccurrences(of: "model.", with: "block.") }
    }
}
