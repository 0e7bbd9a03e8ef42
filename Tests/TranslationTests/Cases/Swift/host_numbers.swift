import MLX
import MLXNN
import ModelPorted
import ModelShared

/// Configuration of the `case` family, as in `config.json`: `HostNumbersConfig`, host_numbers.py:8.
public struct CaseHostNumbersConfiguration: BaseModelConfiguration {
    public var modelType: String
    public var hiddenSize: Int
    public var mark: Int

    enum CodingKeys: String, CodingKey {
        case modelType = "model_type"
        case hiddenSize = "hidden_size"
        case mark
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        modelType = try values.decode(String.self, forKey: .modelType, default: "case")
        hiddenSize = try values.decode(Int.self, forKey: .hiddenSize, default: 4)
        mark = try values.decode(Int.self, forKey: .mark, default: 2)
    }
}

/// `HostNumbers`, host_numbers.py:14.
public final class CaseHostNumbers: Module {
    let mark: Int
    @ModuleInfo var proj: Linear

    public init(_ config: CaseHostNumbersConfiguration) {
        mark = config.mark
        _proj.wrappedValue = Linear(config.hiddenSize, config.hiddenSize)
    }

    /// `HostNumbers.segments`, host_numbers.py:20.
    public func segments(_ q: MLXArray, k: MLXArray, ends: MLXArray) -> MLXArray {
        let splits = [q, k].map { tensor in
            split(tensor, indices: ends[..<(-1)].asArray(Int.self), axis: 1)
        }
        var outputs: [MLXArray] = []
        for (a, b) in zip(splits[0], splits[1]) {
            outputs.append(a - b)
        }
        return concatenated(outputs, axis: 1)
    }

    /// `HostNumbers.table`, host_numbers.py:27.
    public func table(_ size: MLXArray) -> MLXArray {
        let rows = MLXArray.arange(wholeNumber(size), dtype: .float32)
        return rows / size
    }

    /// `HostNumbers.grid`, host_numbers.py:31.
    public func grid(_ sizes: MLXArray) -> MLXArray {
        let (height, width) = (sizes[0].item(Int.self).floorQuotient(1), sizes[1].item(Int.self))
        let rows = broadcast(MLXArray.arange(2, dtype: .int32).reshaped(2, 1), to: [height, width])
        return rows
    }

    /// `HostNumbers.found`, host_numbers.py:36.
    public func found() throws -> Int {
        let marks = [1, 2, 3, 2]
        let count = marks.count(where: { $0 == self.mark })
        return try count + marks.requiredIndex(of: mark, from: 2)
    }

    /// `HostNumbers.__call__`, host_numbers.py:41.
    public func callAsFunction(_ x: MLXArray) throws -> MLXArray {
        let h = segments(proj(x), k: x, ends: MLXArray([1, x.dim(1)]))
        let table = self.table(max(MLXArray([2, x.dim(-1)])))
        return try h * table * found() + sum(grid(MLXArray([2, 3])))
    }
}
