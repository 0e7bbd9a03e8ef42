import MLX
import MLXNN
import ModelPorted
import ModelRuntime
import OrderedCollections

/// `UnpackedShape`, unpacked_shape.py:13.
public final class CaseUnpackedShape: Module {
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) {
        _proj.wrappedValue = Linear(4, 4)
    }

    /// `UnpackedShape.__call__`, unpacked_shape.py:18.
    public func callAsFunction(_ x: MLXArray) -> MLXArray { proj(x) }

    /// `UnpackedShape.sanitize`, unpacked_shape.py:21.
    public func sanitize(_ weights: OrderedWeights) throws -> OrderedWeights {
        try OrderedDictionary(
            weights.map { k, v in try (k, caseIsSquare(v) ? v.transposed(0, 2, 1) : v) }
        ) { $1 }
    }
}

/// `is_square`, unpacked_shape.py:5.
public func caseIsSquare(_ array: MLXArray) throws -> Bool {
    let shape = array.shape
    if ![2, 3].contains(shape.count) { return false }
    let parts = try shape.unpacked(3)
    let rows = parts[1]
    let columns = parts[2]
    return rows == columns
}
