import Foundation
import MLX
import MLXNN
import ModelPorted
import ModelShared
import OrderedCollections

/// Configuration of the `case` family, as in `config.json`: `JSONOrListConfig`, json_or_list.py:22.
public struct CaseJSONOrListConfiguration: BaseModelConfiguration {
    public var modelType: String
    public var hiddenSize: Int
    public var numLayers: Int
    public var kinds: [String]?
    public var sparse: JSONValue?
    public var options: JSONValue?

    enum CodingKeys: String, CodingKey {
        case modelType = "model_type"
        case hiddenSize = "hidden_size"
        case numLayers = "num_layers"
        case kinds
        case sparse
        case options
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        modelType = try values.decode(String.self, forKey: .modelType, default: "case")
        hiddenSize = try values.decode(Int.self, forKey: .hiddenSize, default: 4)
        numLayers = try values.decode(Int.self, forKey: .numLayers, default: 3)
        kinds = try values.decodeIfPresent([String].self, forKey: .kinds)
        sparse = try values.decodeIfPresent(JSONValue.self, forKey: .sparse)
        options = try values.decodeIfPresent(JSONValue.self, forKey: .options)
        options = try caseRenamedOptions(options)
        var frequencies: JSONValue? = listed().map { JSONValue.array($0.map { .int($0) }) }
        if var sparse {
            frequencies = sparse.get("every")
            if frequencies == nil, sparse.get("each")?.isList == true {
                frequencies = try required(sparse["each"], "each")
                sparse["every"] = frequencies
            }
            self.sparse = sparse
            if frequencies?.isList == true, !sparse.contains("width") {
                sparse["width"] = try JSONValue.int(
                    required(frequencies?.arrayValue, "frequencies").count)
            }
            self.sparse = sparse
        } else {
            frequencies = frequencies ?? JSONValue.array(usual().map { .int($0) })
            sparse = try ["every": required(frequencies, "frequencies"), "width": 3]
        }
    }

    /// `JSONOrListConfig._listed`, json_or_list.py:46.
    public func listed() -> [Int]? {
        guard let kinds else { return nil }
        return kinds.map { $0 == "sparse" ? 1 : 0 }
    }

    /// `JSONOrListConfig._usual`, json_or_list.py:51.
    public func usual() -> [Int] {
        let dense = min(1, numLayers)
        return Array(repeating: 0, count: max(0, dense))
            + Array(repeating: 1, count: max(0, numLayers - dense))
    }

    /// `JSONOrListConfig.is_sparse`, json_or_list.py:55.
    public func isSparse(_ index: Int) throws -> Bool {
        let every = try required(sparse, "sparse").get("every")
        if every?.isList == true, try index < required(every?.arrayValue, "every").count {
            return try required(every?.arrayValue, "every")[index].isTruthy
        }
        return false
    }
}

/// `JSONOrList`, json_or_list.py:62.
public final class CaseJSONOrList: Module {
    let factors: [Double]
    let width: Int
    var names: Int

    public init(_ config: CaseJSONOrListConfiguration) throws {
        factors = try (0..<max(0, config.numLayers)).map { try config.isSparse($0) ? 2.0 : 0.5 }
        width = try (required(config.sparse, "sparse")["width"] ?? 1).truncatedToInt()
        names = 0
        if let options = config.options {
            names = try required(required(options["skipped"], "skipped")[0], "value").pythonCount()
        }
    }

    /// `JSONOrList.__call__`, json_or_list.py:73.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        var x = x
        for factor in factors {
            x = x * factor + names
        }
        return x * width
    }
}

/// `renamed_options`, json_or_list.py:10.
public func caseRenamedOptions(_ options: JSONValue?) throws -> JSONValue? {
    if options?.isDictionary != true { return options }
    var result: OrderedDictionary<String, JSONValue> = [:]
    for (key, value) in try required(options?.objectValue, "options") {
        var value = value
        if key == "skipped", value.isList {
            value = try JSONValue.array(
                required(value.arrayValue, "value").map { item in
                    try item.isString
                        ? JSONValue.string("layer.\(required(item.stringValue, "item"))") : item
                })
        }
        result[key.replacingOccurrences(of: "old.", with: "")] = value
    }
    return JSONValue.object(result)
}
