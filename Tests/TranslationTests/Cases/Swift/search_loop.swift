import MLX
import MLXNN
import ModelPorted

/// `SearchLoop`, search_loop.py:6.
public final class CaseSearchLoop: Module {
    @ModuleInfo var layers: [Linear]
    let first: Int?

    public init(_ config: CaseConfiguration) throws {
        _layers.wrappedValue = (0..<max(0, config.numLayers)).map { _ in Linear(4, 4) }
        first = try required(config.labels, "labels").firstIndex { $0 == "full" }
    }

    /// `SearchLoop.__call__`, search_loop.py:17.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        var x = x
        if let first { x = layers[first](x) }
        return x
    }
}
