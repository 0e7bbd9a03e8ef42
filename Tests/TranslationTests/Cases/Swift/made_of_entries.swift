import MLX
import MLXNN
import ModelPorted
import ModelRuntime
import ModelShared

/// `MadeEntriesPartConfig`, made_of_entries.py:11.
public struct CaseMadeEntriesPartConfiguration: Sendable {
    public var width: Int
    public var scale: Double
    public var label: String?

    public init(width: Int = 3, scale: Double = 0.5, label: String? = nil) {
        self.width = width
        self.scale = scale
        self.label = label
    }
}

/// A part of the configuration of the `case` family: `MadeEntriesPlainConfig`, made_of_entries.py:18.
public struct CaseMadeEntriesPlainConfiguration: Codable, Sendable {
    public var shift: Int

    enum CodingKeys: String, CodingKey {
        case shift
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        shift = try values.decode(Int.self, forKey: .shift, default: 2)
    }
}

/// Configuration of the `case` family, as in `config.json`: `MadeEntriesConfig`, made_of_entries.py:23.
public struct CaseMadeEntriesConfiguration: BaseModelConfiguration {
    public var modelType: String
    public var hiddenSize: Int
    public var params: JSONValue?

    enum CodingKeys: String, CodingKey {
        case modelType = "model_type"
        case hiddenSize = "hidden_size"
        case params
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        modelType = try values.decode(String.self, forKey: .modelType, default: "case")
        hiddenSize = try values.decode(Int.self, forKey: .hiddenSize, default: 4)
        params = try values.decodeIfPresent(JSONValue.self, forKey: .params)
    }
}

/// `MadeEntriesPart`, made_of_entries.py:29.
public final class CaseMadeEntriesPart: Module {
    @ModuleInfo var up: Linear
    let scale: Double

    public init(_ config: CaseMadeEntriesPartConfiguration) {
        _up.wrappedValue = Linear(4, config.width)
        scale = config.label == "scaled" ? config.scale : 1.0
    }

    /// `MadeEntriesPart.__call__`, made_of_entries.py:35.
    public func callAsFunction(_ x: MLXArray) -> MLXArray { up(x) * scale }
}

/// `MadeOfEntries`, made_of_entries.py:39.
public final class CaseMadeOfEntries: Module {
    let shift: Int
    @ModuleInfo var part: CaseMadeEntriesPart

    public init(_ config: CaseMadeEntriesConfiguration) throws {
        let plain = try CaseMadeEntriesPlainConfiguration.withDefaults()
        shift = plain.shift
        let entries = try required(config.params, "params")["part"] ?? [:]
        _part.wrappedValue = try CaseMadeEntriesPart(
            CaseMadeEntriesPartConfiguration(
                width: required((entries["width"] ?? 5).intValue, "width"),
                scale: required((entries["scale"] ?? 2.0).doubleValue, "scale"),
                label: entries.get("label")?.stringValue))
    }

    /// `MadeOfEntries.__call__`, made_of_entries.py:53.
    public func callAsFunction(_ x: MLXArray) -> MLXArray { part(x) + shift }
}
