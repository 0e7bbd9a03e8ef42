import MLX
import MLXNN
import ModelPorted

/// `UnpackedRows`, unpacked_rows.py:6.
public final class CaseUnpackedRows: Module {
    let width: Int

    public init(_ config: CaseConfiguration) {
        width = config.numLayers
    }

    /// `UnpackedRows.__call__`, unpacked_rows.py:11.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        var total = MLXArray.zeros(like: x)
        for (a, b, c) in x.triples {
            total = total + a * b - c
        }
        for (i, (a, b, c)) in x.triples.enumerated() {
            total = total + (a + i) * (c - b)
        }
        for (row, (a, b, c)) in zip(x, (x * width).triples) {
            total = total + row * a + b * c
        }
        return total + pythonSum(x.triples.map { (a, b, c) in a * b + c })
    }
}
