import Foundation
import MLX
import MLXNN

/// `AttributeOfMethod`, attribute_of_method.py:6.
public final class CaseAttributeOfMethod: Module {
    let _slopes: MLXArray
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) {
        let count = config.numLayers * 2
        _slopes = Self.makeSlopes(count, window: config.window, scale: config.scale, start: 0.5)
        _proj.wrappedValue = Linear(4, Self.width(count))
    }

    /// `AttributeOfMethod._make_slopes`, attribute_of_method.py:15.
    public static func makeSlopes(_ ownCount: Int, window: Int?, scale: Double, start: Double)
        -> MLXArray
    {
        let count = max(ownCount, 1)
        var slopes = MLXArray(converting: (0..<max(0, count)).map { pow(start, Double($0 + 1)) })
        if let window { slopes = slopes * window }
        return slopes * scale
    }

    /// `AttributeOfMethod._width`, attribute_of_method.py:22.
    public static func width(_ count: Int) -> Int { count }

    /// `AttributeOfMethod.__call__`, attribute_of_method.py:25.
    public func callAsFunction(_ x: MLXArray) -> MLXArray { proj(x) * _slopes }
}
