import Foundation

extension KeyedDecodingContainer {
    /// The value of a key that a dataclass has a default for.
    ///
    /// The default stands for an absent key only. A key that is `null` is Python's `None`, which a
    /// dataclass keeps: it is false where a truth value is asked for, and unusable elsewhere.
    ///
    /// - Throws: `DecodingError` if the value has another type.
    public func decode<Value: Decodable>(
        _ type: Value.Type, forKey key: Key, default defaultValue: @autoclosure () throws -> Value
    ) throws -> Value {
        guard contains(key) else { return try defaultValue() }
        if try decodeNil(forKey: key), let falsehood = false as? Value { return falsehood }
        return try decode(type, forKey: key)
    }

    /// The value of a key whose default is not `None` although `None` is allowed.
    ///
    /// - Throws: `DecodingError` if the value has another type.
    public func decodeIfPresent<Value: Decodable>(
        _ type: Value.Type, forKey key: Key, absent defaultValue: @autoclosure () throws -> Value
    ) throws -> Value? {
        guard contains(key) else { return try defaultValue() }
        return try decodeIfPresent(type, forKey: key)
    }
}

extension Decodable {
    /// The value of a file that states nothing: a dataclass with its defaults.
    ///
    /// - Throws: `DecodingError` if there is a field without one.
    public static func withDefaults() throws -> Self {
        try JSONDecoder().decode(Self.self, from: Data("{}".utf8))
    }
}
