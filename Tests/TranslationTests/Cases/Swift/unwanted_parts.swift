import MLX
import MLXNN
import ModelRuntime

/// `UnwantedParts`, unwanted_parts.py:6.
public final class CaseUnwantedParts: Module {
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) {
        _proj.wrappedValue = Linear(4, 4)
    }

    /// `UnwantedParts.renamed`, unwanted_parts.py:11.
    public func renamed(_ key: String) -> String {
        let parts = key.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        let layer = parts[1]
        let tail = Array(parts.dropFirst(2))
        let rest = tail.joined(separator: ".")
        if rest.hasPrefix("inner.") {
            let parts2 = rest.split(separator: ".", omittingEmptySubsequences: false).map(
                String.init)
            let part = parts2[1]
            return "\(layer).\(part)"
        }
        if rest.hasPrefix("outer.") {
            let parts3 = rest.split(separator: ".", omittingEmptySubsequences: false).map(
                String.init)
            let part = parts3[2]
            return "\(layer).\(part)"
        }
        return "\(layer).\(rest)"
    }

    /// `UnwantedParts.__call__`, unwanted_parts.py:22.
    public func callAsFunction(_ x: MLXArray) -> MLXArray { proj(x) }

    /// `UnwantedParts.sanitize`, unwanted_parts.py:25.
    public func sanitize(_ weights: OrderedWeights) throws -> OrderedWeights {
        try weights.mapKeys { "block.\(renamed($0))" }
    }
}
