import MLX
import MLXNN
import ModelPorted

/// `ConvertedRows`, converted_rows.py:6.
public final class CaseConvertedRows: Module {
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) {
        _proj.wrappedValue = Linear(4, 4)
    }

    /// `ConvertedRows.sizes`, converted_rows.py:11.
    public func sizes(_ grid: MLXArray) -> [(Int, Int)] {
        let rows = grid.map { $0.asArray(Float.self).map(Double.init) }
        return rows.map { row in (Int(row[0]), Int(row[1])) }
    }

    /// `ConvertedRows.areas`, converted_rows.py:15.
    public func areas(_ grid: MLXArray) -> [Int] {
        grid.map { $0.asArray(Float.self).map(Double.init) }.triples.map { (t, h, w) in
            Int(t) * Int(h) * Int(w)
        }
    }

    /// `ConvertedRows.counts`, converted_rows.py:18.
    public func counts(_ grid: MLXArray) -> Int {
        var total = 0
        for size in (grid.map { $0.asArray(Float.self).map(Double.init) }) {
            let (height, width) = (Int(size[0]), Int(size[1]))
            total += height * width
        }
        return total
    }

    /// `ConvertedRows.__call__`, converted_rows.py:25.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        let grid = abs(x.reshaped(-1, 4)) * 10 + 1.5
        let (height, width) = sizes(grid)[0]
        let lengths = sum(grid, axis: 1).asArray(Float.self).map(Double.init).map { Int($0) }
        let areas = self.areas(grid[0..., ..<3])
        let whole = grid.asType(.int32)
        let offset =
            whole[0].asArray(Int.self)[1] + sum(whole[1...] - whole[..<(-1)]).item(Int.self)
        return proj(x) * height * width + counts(grid) + lengths[0] + areas[0] + offset
    }
}
