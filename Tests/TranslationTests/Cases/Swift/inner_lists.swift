import MLX
import MLXNN
import ModelPorted

/// `InnerLists`, inner_lists.py:6.
public final class CaseInnerLists: Module {
    let side: Int
    @ModuleInfo var table: Embedding

    public init(_ config: CaseConfiguration) {
        side = config.hiddenSize
        _table.wrappedValue = Embedding(
            embeddingCount: config.hiddenSize, dimensions: config.hiddenSize)
    }

    /// `InnerLists.weighted`, inner_lists.py:12.
    public func weighted(_ sizes: MLXArray) -> MLXArray {
        var indexLists: [[Int]] = (0..<2).map { _ in [] }
        var weightLists: [[Double]] = (0..<2).map { _ in [] }
        for (height, width) in sizes.map({ $0.asArray(Int.self) }).pairs {
            let rows = MLXArray.linspace(0.0, Double(side - 1), count: height, dtype: .float32)
            let floors = rows.asType(.int32)
            let ceilings = minimum(floors + 1, side - 1)
            let part = rows - floors.asType(.float32)
            let columns = MLXArray.arange(width, dtype: .int32) + 1
            let indices = [repeated(floors, count: width), repeated(ceilings, count: width)]
            let weights = [
                ((1 - part)[0..., .newAxis] * columns[.newAxis, 0...]).flattened(),
                (part[0..., .newAxis] / columns[.newAxis, 0...]).flattened(),
            ]
            for i in 0..<2 {
                indexLists[i].append(contentsOf: indices[i].asArray(Int.self))
                weightLists[i].append(contentsOf: weights[i].asArray(Float.self).map(Double.init))
            }
        }
        let rows = table(stacked(indexLists.map { MLXArray($0) }).asType(.int32))
        let weights = stacked(weightLists.map { MLXArray(converting: $0) }).asType(rows.dtype)
        return sum(rows * weights[0..., 0..., .newAxis], axis: 0)
    }

    /// `InnerLists.marked`, inner_lists.py:36.
    public func marked(_ x: MLXArray) -> MLXArray {
        let truths = (x .> 0).flattened().asArray(Bool.self)
        let places = truths.enumerated().filter { (i, truth) in truth }.map { (i, truth) in i }
        return sum(MLXArray(places).asType(.int32))
    }

    /// `InnerLists.__call__`, inner_lists.py:41.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        sum(weighted(stacked([[2, 3], [3, 1]].map { MLXArray($0) }))) + x + marked(x)
    }
}
