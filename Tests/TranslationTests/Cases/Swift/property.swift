import MLX
import MLXNN

/// `Property`, property.py:6.
public final class CaseProperty: Module {
    let config: CaseConfiguration
    @ModuleInfo(key: "layers_") var layers: [Linear]

    public init(_ config: CaseConfiguration) {
        self.config = config
        _layers.wrappedValue = (0..<2).map { _ in Linear(4, 4) }
    }

    /// `Property.__call__`, property.py:12.
    public func callAsFunction(_ x: MLXArray) -> MLXArray { x * doubleSize }

    /// `Property.double_size`, property.py:16.
    public var doubleSize: Int { config.hiddenSize * 2 }
}
