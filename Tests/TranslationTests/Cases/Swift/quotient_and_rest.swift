import MLX
import MLXNN
import ModelPorted
import ModelShared

/// Configuration of the `case` family, as in `config.json`: `QuotientAndRestConfig`, quotient_and_rest.py:11.
public struct CaseQuotientAndRestConfiguration: BaseModelConfiguration {
    public var modelType: String
    public var blockSize: Int
    public var nested: JSONValue?
    public var frequencies: [Int]?
    public var kind: String?
    public var isSparse: Bool?

    enum CodingKeys: String, CodingKey {
        case modelType = "model_type"
        case blockSize = "block_size"
        case nested
        case frequencies
        case kind
        case isSparse = "is_sparse"
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        modelType = try values.decode(String.self, forKey: .modelType, default: "quotient_and_rest")
        blockSize = try values.decode(Int.self, forKey: .blockSize, default: 3)
        nested = try values.decodeIfPresent(JSONValue.self, forKey: .nested)
        frequencies = try values.decodeIfPresent([Int].self, forKey: .frequencies)
        kind = try values.decodeIfPresent(String.self, forKey: .kind)
        isSparse = try values.decodeIfPresent(Bool.self, forKey: .isSparse)
        let nested = self.nested?.truthy ?? [:]
        blockSize = try required((nested["size"] ?? JSONValue.int(blockSize)).intValue, "size")
        frequencies =
            (nested["frequencies"] ?? frequencies.map { JSONValue.array($0.map { .int($0) }) }
            ?? .null).intValues
        kind = (nested["kind"] ?? kind.map { JSONValue.string($0) } ?? .null).stringValue
        isSparse = (nested["is_sparse"] ?? isSparse.map { JSONValue.bool($0) } ?? .null).boolValue
    }
}

/// `QuotientAndRest`, quotient_and_rest.py:27.
public final class CaseQuotientAndRest: Module {
    let blockSize: Int
    let scale: Int
    let isNamed: Bool

    public init(_ config: CaseQuotientAndRestConfiguration) throws {
        blockSize = config.blockSize
        scale =
            try config.frequencies.nonEmpty != nil
            ? required(config.frequencies, "frequencies").reduce(0, +) : 1
        isNamed = config.kind == "named" && config.isSparse == true
    }

    /// `QuotientAndRest.__call__`, quotient_and_rest.py:34.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        let length = x.dim(-1)
        let (blocks, rest) = (length.floorQuotient(blockSize), length.floorRemainder(blockSize))
        let count = blocks + (rest != 0 ? 1 : 0)
        var x = x * scale + count
        if rest != 0 { x = x - rest }
        return isNamed ? x * 2 : x
    }
}
