import MLX
import MLXNN
import ModelPorted

/// `CompletedByMethod`, completed_by_method.py:6.
public final class CaseCompletedByMethod: Module {
    @ModuleInfo var layers: [Linear]
    let labels: [String]
    var first: Int?
    var last: Int?

    public init(_ config: CaseConfiguration) {
        _layers.wrappedValue = (0..<max(0, config.numLayers)).map { _ in Linear(4, 4) }
        labels = config.labels.nonEmpty ?? ["a", "b"]
        super.init()
        find()
    }

    /// `CompletedByMethod._find`, completed_by_method.py:13.
    public func find() {
        let labels = self.labels
        first = labels.firstIndex { $0 == "full" }
        last =
            labels.enumerated().filter { (i, label) in i > 0 && label == "a" }.map { (i, label) in i
            }.first
    }

    /// `CompletedByMethod.__call__`, completed_by_method.py:18.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        var x = x
        if let first { x = layers[first](x) }
        if let last { x = layers[last](x) }
        return x
    }
}
