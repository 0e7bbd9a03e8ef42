import MLX
import MLXNN

/// `Rotated`, passed_tuple.py:6.
public final class CaseRotated: Module {
    @ModuleInfo var proj: Linear

    public override init() { _proj.wrappedValue = Linear(4, 4) }

    /// `Rotated.__call__`, passed_tuple.py:11.
    public func callAsFunction(_ x: MLXArray, positions: (MLXArray, MLXArray)) -> MLXArray {
        let (cos, sin) = positions
        return proj(x) * cos + x * sin
    }
}

/// `RotatedLayer`, passed_tuple.py:16.
public final class CaseRotatedLayer: Module {
    @ModuleInfo var rotated: CaseRotated

    public override init() { _rotated.wrappedValue = CaseRotated() }

    /// `RotatedLayer.__call__`, passed_tuple.py:21.
    public func callAsFunction(_ x: MLXArray, positions: (MLXArray, MLXArray)) -> MLXArray {
        rotated(x, positions: positions)
    }
}

/// `PassedTuple`, passed_tuple.py:25.
public final class CasePassedTuple: Module {
    @ModuleInfo var layers: [CaseRotatedLayer]

    public init(_ config: CaseConfiguration) {
        _layers.wrappedValue = (0..<2).map { _ in CaseRotatedLayer() }
    }

    /// `PassedTuple.__call__`, passed_tuple.py:30.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        var x = x
        let positions = (cos(x), sin(x))
        for layer in layers {
            x = layer(x, positions: positions)
        }
        return x
    }
}
