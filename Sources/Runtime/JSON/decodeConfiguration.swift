import ModelPorted

/// The part of a configuration that Python makes of a dictionary, `TextConfig.from_dict(…)`.
///
/// - Throws: ``ModelRuntimeError`` for a missing key and a value of the wrong type.
public func decodeConfiguration<Configuration: Decodable>(
    _ type: Configuration.Type, from value: JSONValue
) throws -> Configuration {
    try ConfigurationDecoder(file: "config.json").decode(type, from: OrderedJSON(value))
}

extension Decoder {
    /// The container of the entries that a configuration makes of those in the file.
    ///
    /// - Parameter entries: the configuration's own rule, from an object to an object.
    /// - Throws: `DecodingError` if either is no object; what `entries` throws.
    public func container<Key: CodingKey>(
        keyedBy type: Key.Type, entries: (JSONValue) throws -> JSONValue
    ) throws -> KeyedDecodingContainer<Key> {
        _ = try container(keyedBy: type)
        return try changed(by: entries).container(keyedBy: type)
    }

    /// A decoder of what a configuration makes of the entries in the file.
    ///
    /// - Parameter entries: the configuration's own rule, from an object to an object.
    /// - Throws: `DecodingError` if what the file has is no value of JSON; what `entries` throws.
    public func changed(by entries: (JSONValue) throws -> JSONValue) throws -> any Decoder {
        try OrderedJSONDecoder(
            value: OrderedJSON(entries(JSONValue(from: self))), codingPath: codingPath)
    }
}

extension OrderedJSON {
    /// The same value.
    init(_ value: JSONValue) {
        self =
            switch value {
            case .null: .null
            case .bool(let value): .bool(value)
            case .int(let value): .int(value)
            case .double(let value): .double(value)
            case .string(let value): .string(value)
            case .array(let elements): .array(elements.map(OrderedJSON.init))
            case .object(let members): .object(members.mapValues(OrderedJSON.init))
            }
    }
}
