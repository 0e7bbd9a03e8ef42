import MLX
import MLXNN
import ModelRuntime

/// `ForElse`, for_else.py:6.
public final class CaseForElse: Module {
    let layer: Int
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) {
        layer = config.numLayers
        _proj.wrappedValue = Linear(4, 4)
    }

    /// `ForElse.__call__`, for_else.py:12.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        var x = x
        var found = false
        for i in 0..<3 {
            if i == layer {
                x = x * 2
                found = true
                break
            }
        }
        if !found { x = x + 1 }
        for i in 0..<2 {
            x = x - i
        }
        x = x * 3
        return proj(x)
    }

    /// `ForElse.sanitize`, for_else.py:26.
    public func sanitize(_ weights: OrderedWeights) -> OrderedWeights {
        let renames = (("model.head.", "proj."), ("model.", ""))
        var renamed: OrderedWeights = [:]
        for (key, value) in weights {
            var key = key
            var found = false
            for (prefix, replacement) in [renames.0, renames.1] {
                if key.hasPrefix(prefix) {
                    key = replacement + String(key.dropFirst(prefix.unicodeScalars.count))
                    found = true
                    break
                }
            }
            if !found { key = "unknown." + key }
            renamed[key] = value
        }
        return renamed
    }
}
