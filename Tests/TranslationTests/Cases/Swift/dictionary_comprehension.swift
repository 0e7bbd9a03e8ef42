import Foundation
import MLX
import MLXNN
import ModelPorted
import ModelRuntime
import ModelShared
import OrderedCollections

/// Configuration of the `case` family, as in `config.json`: `OptionsConfig`, dictionary_comprehension.py:18.
public struct CaseOptionsConfiguration: BaseModelConfiguration {
    public var modelType: String
    public var hiddenSize: Int
    public var options: JSONValue?
    public var factors: JSONValue?

    enum CodingKeys: String, CodingKey {
        case modelType = "model_type"
        case hiddenSize = "hidden_size"
        case options
        case factors
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        modelType = try values.decode(String.self, forKey: .modelType)
        hiddenSize = try values.decode(Int.self, forKey: .hiddenSize)
        options = try values.decodeIfPresent(JSONValue.self, forKey: .options)
        factors = try values.decodeIfPresent(JSONValue.self, forKey: .factors)
        options = try caseStripped(options)
    }
}

/// `DictionaryComprehension`, dictionary_comprehension.py:28.
public final class CaseDictionaryComprehension: Module {
    let offsets: OrderedDictionary<String, Int>
    let last: [Double]
    var scale: Double
    var bits: Int

    public init(_ config: CaseOptionsConfiguration) throws {
        offsets = OrderedDictionary((0..<4).filter { $0 != 2 }.map { i in ("layer.\(i)", 10 * i) })
        { $1 }
        let halves = OrderedDictionary((0..<5).map { i in (i.floorQuotient(2), Double(i)) }) { $1 }
        last = Array(halves.values)
        let factors = config.factors
        scale = 1.0
        if let factors, factors.isDictionary {
            let scaled = try OrderedDictionary(
                required(factors.objectValue, "factors").filter { name, value in
                    try required(value.doubleValue, "value") > 1
                }.map { name, value in
                    try (name.parsedInt(), 2.0 * required(value.doubleValue, "value"))
                }
            ) { $1 }
            for (place, value) in scaled {
                scale = scale * 10 + Double(place) + value
            }
        }
        let options = config.options
        bits = 0
        if let options {
            if options.contains("bits") {
                bits = try required(options["bits"], "bits").truncatedToInt()
            }
        }
    }

    /// `DictionaryComprehension.__call__`, dictionary_comprehension.py:46.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        var x = x
        for (name, offset) in offsets {
            x = x * 2 + offset
            if name == "layer.1" { x = x + 1 }
        }
        for value in last {
            x = x * 3 + value
        }
        return x * scale + bits
    }

    /// `DictionaryComprehension.sanitize`, dictionary_comprehension.py:55.
    public func sanitize(_ weights: OrderedWeights) -> OrderedWeights {
        let sums = OrderedDictionary(
            weights.filter { k, v in v.ndim == 2 }.map { k, v in
                (k.replacingOccurrences(of: "old", with: "new"), v + 1)
            }
        ) { $1 }
        return OrderedDictionary(sums.map { k, v in (k, v * 2) }) { $1 }
    }
}

/// `stripped`, dictionary_comprehension.py:8.
public func caseStripped(_ options: JSONValue?) throws -> JSONValue? {
    if options?.isDictionary != true { return options }
    var kept: OrderedDictionary<String, JSONValue> = [:]
    for (key, value) in try required(options?.objectValue, "options") {
        kept[key.replacingOccurrences(of: "model.", with: "")] = value
    }
    return JSONValue.object(kept)
}
