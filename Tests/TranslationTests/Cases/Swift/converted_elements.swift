import MLX
import MLXNN
import ModelPorted

/// `ConvertedElements`, converted_elements.py:6.
public final class CaseConvertedElements: Module {
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) {
        _proj.wrappedValue = Linear(4, 4)
    }

    /// `ConvertedElements.shuffled`, converted_elements.py:11.
    public func shuffled(_ x: MLXArray, factor: Int = 2) -> MLXArray {
        var (rows, columns) = (x.dim(0), x.dim(1))
        let x = x.reshaped(rows.floorQuotient(factor), columns * factor)
        rows = x.dim(0)
        columns = x.dim(1)
        return x.reshaped(rows * (factor * factor), columns.floorQuotient(factor * factor))
    }

    /// `ConvertedElements.__call__`, converted_elements.py:17.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        let sizes = stacked([[1, 2], [2, 3]].map { MLXArray($0) })
        var bounds: [(Int, Int)] = []
        for size in sizes {
            let numbers = size.asArray(Int.self)
            bounds.append((numbers[0], numbers[1]))
        }
        let count = sizes[1, 0].item(Int.self)
        let positive = x[0] .> 0
        let number = sum(positive).item(Int.self)
        let start = 0
        let x = shuffled(proj(x))
        var kept = x[.stride(from: start, to: start + number)]
        for (low, high) in bounds {
            kept = concatenated([kept, x[.stride(from: low, to: high + count)]])
        }
        return kept
    }
}
