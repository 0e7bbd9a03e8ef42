import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `LocalFunctionRenames`, local_function_renames.py:7.
public final class CaseLocalFunctionRenames: Module {
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) {
        _proj.wrappedValue = Linear(4, 4)
    }

    /// `LocalFunctionRenames.__call__`, local_function_renames.py:13.
    public func callAsFunction(_ x: MLXArray) -> MLXArray { proj(x) }

    /// `LocalFunctionRenames.sanitize`, local_function_renames.py:16.
    public func sanitize(_ weights: OrderedWeights) throws -> OrderedWeights {
        let prefix = "language_model."
        func transformKey(_ key: String) -> String {
            if key.hasPrefix(prefix) { return key }
            if key.hasPrefix("model.") || key.hasPrefix("lm_head.") {
                return "\(prefix)\(key)"
            }
            return key
        }
        return try weights.mapKeys { transformKey($0) }
    }

    /// `LocalFunctionRenames.make_cache`, local_function_renames.py:28.
    public func makeCache() -> [KVCacheSimple] {
        (0..<2).map { _ in KVCacheSimple() }
    }
}
