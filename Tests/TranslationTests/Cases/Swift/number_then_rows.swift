import MLX
import MLXNN
import ModelPorted
import ModelShared

/// Configuration of the `case` family, as in `config.json`: `NumberThenRowsConfig`, number_then_rows.py:11.
public struct CaseNumberThenRowsConfiguration: BaseModelConfiguration {
    public var modelType: String
    public var hiddenSize: Int
    public var counts: Bool

    enum CodingKeys: String, CodingKey {
        case modelType = "model_type"
        case hiddenSize = "hidden_size"
        case counts
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        modelType = try values.decode(String.self, forKey: .modelType, default: "case")
        hiddenSize = try values.decode(Int.self, forKey: .hiddenSize, default: 8)
        counts = try values.decode(Bool.self, forKey: .counts, default: false)
    }
}

/// `Rotating`, number_then_rows.py:17.
public final class CaseRotating: Module {
    let scale: Int

    public init(_ dims: Int) {
        scale = dims
    }

    /// `Rotating.__call__`, number_then_rows.py:22.
    public func callAsFunction(_ x: MLXArray, rope: any RotaryEmbedding, start: NumberOrArray)
        -> MLXArray
    {
        rope(x, offset: start) * scale
    }
}

/// `NumberThenRows`, number_then_rows.py:26.
public final class CaseNumberThenRows: Module {
    @ModuleInfo var rope: any RotaryEmbedding
    @ModuleInfo var rotating: CaseRotating
    let counts: Bool

    public init(_ config: CaseNumberThenRowsConfiguration) throws {
        _rope.wrappedValue = try initializeRoPE(
            dims: config.hiddenSize, base: 10_000.0, traditional: false)
        _rotating.wrappedValue = CaseRotating(config.hiddenSize)
        counts = config.counts
    }

    /// `NumberThenRows.rotated`, number_then_rows.py:33.
    public func rotated(_ x: MLXArray, positionIds: MLXArray?) -> MLXArray {
        let length = x.dim(2)
        var start: NumberOrArray = .number(length)
        if let positionIds {
            start =
                if positionIds.ndim == 2 { .array(positionIds[0..., 0]) } else {
                    .array(positionIds.ndim > 0 ? positionIds[0] : positionIds)
                }
        }
        let x = rope(x, offset: start)
        return rotating(x, rope: rope, start: start)
    }

    /// `NumberThenRows.__call__`, number_then_rows.py:44.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        var positions: MLXArray? = nil
        if counts {
            positions = broadcast(
                MLXArray.arange(x.dim(2), dtype: .int32)[.newAxis] + 3, to: [x.dim(0), x.dim(2)])
        }
        return rotated(x, positionIds: positions)
    }
}
