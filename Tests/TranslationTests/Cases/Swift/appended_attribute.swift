import MLX
import MLXNN

/// `AppendedAttribute`, appended_attribute.py:6.
public final class CaseAppendedAttribute: Module {
    var sources: [Int]

    public init(_ config: CaseConfiguration) {
        sources = []
        for i in 0..<max(0, config.numLayers) {
            if i < 2 {
                sources.append(i)
            } else {
                sources.append(0)
            }
        }
    }

    /// `AppendedAttribute.__call__`, appended_attribute.py:16.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        var x = x
        for source in sources {
            x = x + source
        }
        return x
    }
}
