import ModelPorted

/// The part of a configuration that Python makes of a dictionary, `TextConfig.from_dict(…)`.
///
/// - Throws: ``ModelRuntimeError`` for a missing key and a value of the wrong type.
public func decodeConfiguration<Configuration: Decodable>(
    _ type: Configuration.Type, from value: JSONValue
) throws -> Configuration {
    try ConfigurationDecoder(file: "config.json").decode(type, from: OrderedJSON(value))
}

extension OrderedJSON {
    /// The same value; the members of objects are in alphabetic order.
    init(_ value: JSONValue) {
        self =
            switch value {
            case .null: .null
            case .bool(let value): .bool(value)
            case .int(let value): .int(value)
            case .double(let value): .double(value)
            case .string(let value): .string(value)
            case .array(let elements): .array(elements.map(OrderedJSON.init))
            case .object(let members):
                .object(
                    .init(
                        uniqueKeysWithValues: members.sorted { $0.key < $1.key }
                            .map { ($0.key, OrderedJSON($0.value)) }))
            }
    }
}
