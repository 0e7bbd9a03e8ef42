import MLX
import MLXNN
import ModelPorted

/// `AttributesSetInLoops`, attributes_set_in_loops.py:6.
public final class CaseAttributesSetInLoops: Module {
    @ModuleInfo var layers: [Linear]
    var first: Int?
    var plain: Int?
    var leading: Int

    public init(_ config: CaseConfiguration) throws {
        _layers.wrappedValue = (0..<max(0, config.numLayers)).map { Linear(4, 4, bias: $0 > 0) }
        first = nil
        plain = nil
        leading = 0
        for (i, label) in try required(config.labels, "labels").enumerated() {
            if label == "full", first == nil { first = i }
            if label != "full", plain == nil { plain = i }
        }
        for label in try required(config.labels, "labels") {
            if label == "full" {
                leading += 1
            } else {
                break
            }
        }
    }

    /// `AttributesSetInLoops.__call__`, attributes_set_in_loops.py:24.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        var x = x
        if let first { x = layers[first](x) }
        if plain != nil { x = x * 2.0 }
        return x + leading
    }
}
