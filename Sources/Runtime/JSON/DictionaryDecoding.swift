import OrderedCollections

/// A dictionary that takes the entries of an object in their order, as Python's do.
protocol JSONDictionary {
    /// - Throws: `DecodingError` if a key or a value has another type.
    init(entriesOf decoder: OrderedJSONDecoder) throws
}

extension OrderedDictionary: JSONDictionary
where Key: LosslessStringConvertible, Value: Decodable {
    init(entriesOf decoder: OrderedJSONDecoder) throws {
        let values = try decoder.container(keyedBy: JSONKey.self)
        self = [:]
        for name in values.allKeys {
            guard let key = Key(name.stringValue) else {
                throw DecodingError.typeMismatch(
                    Key.self,
                    .init(
                        codingPath: decoder.codingPath,
                        debugDescription:
                            "expected keys that are \(Key.self), found \"\(name.stringValue)\""
                    ))
            }
            self[key] = try values.decode(Value.self, forKey: name)
        }
    }
}
