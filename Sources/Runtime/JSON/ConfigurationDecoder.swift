/// Decodes configurations from ``OrderedJSON``, with errors that name the file, the key path and the
/// expected type.
///
/// A number with a fraction of zero serves as an integer and an integer as a floating-point number,
/// as they do in Python.
public struct ConfigurationDecoder: Sendable {
    /// The file that messages name, `config.json` for instance.
    public let file: String

    /// A decoder for the contents of `file`.
    public init(file: String) {
        self.file = file
    }

    /// The value of type `type` that `json` holds.
    ///
    /// - Throws: ``ModelRuntimeError``: `config.json: "hidden_size": expected Int, found string "64"`
    ///   or `config.json lacks the required key "hidden_size"`.
    public func decode<T: Decodable>(_ type: T.Type, from json: OrderedJSON) throws -> T {
        do {
            return try OrderedJSONDecoder(value: json, codingPath: []).unwrap(type)
        } catch let error as DecodingError {
            throw ModelRuntimeError.input(message(for: error))
        }
    }

    private func message(for error: DecodingError) -> String {
        switch error {
        case .keyNotFound(let key, let context):
            return "\(file) lacks the required key \"\(path(context.codingPath + [key]))\""
        case .typeMismatch(_, let context), .valueNotFound(_, let context),
            .dataCorrupted(let context):
            let path = path(context.codingPath)
            return path.isEmpty
                ? "\(file): \(context.debugDescription)"
                : "\(file): \"\(path)\": \(context.debugDescription)"
        @unknown default:
            return "\(file): \(error)"
        }
    }

    private func path(_ keys: [any CodingKey]) -> String {
        keys.reduce(into: "") { path, key in
            if let index = key.intValue {
                path += "[\(index)]"
            } else {
                path += path.isEmpty ? key.stringValue : ".\(key.stringValue)"
            }
        }
    }
}

extension OrderedJSON: Decodable {
    /// The value as it stands in a document that ``ConfigurationDecoder`` decodes.
    public init(from decoder: any Decoder) throws {
        guard let decoder = decoder as? OrderedJSONDecoder else {
            throw DecodingError.dataCorrupted(
                .init(
                    codingPath: decoder.codingPath,
                    debugDescription: "a OrderedJSON is decoded by ConfigurationDecoder only"))
        }
        self = decoder.value
    }
}

struct JSONKey: CodingKey {
    let stringValue: String
    let intValue: Int?

    init(_ name: String) { (stringValue, intValue) = (name, nil) }
    init(_ index: Int) { (stringValue, intValue) = ("\(index)", index) }
    init?(stringValue: String) { self.init(stringValue) }
    init?(intValue: Int) { self.init(intValue) }
}

/// One value of the document, as a `Decoder` and as its own single-value container.
struct OrderedJSONDecoder: Decoder, SingleValueDecodingContainer {
    let value: OrderedJSON
    let codingPath: [any CodingKey]
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        guard let members = value.object else { throw mismatch(OrderedJSON.self, "an object") }
        return KeyedDecodingContainer(
            JSONKeyedContainer<Key>(members: members, codingPath: codingPath))
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        guard let elements = value.array else { throw mismatch(OrderedJSON.self, "an array") }
        return JSONUnkeyedContainer(elements: elements, codingPath: codingPath)
    }

    func singleValueContainer() -> any SingleValueDecodingContainer { self }

    func decodeNil() -> Bool { value.isNull }
    func decode<T: Decodable>(_ type: T.Type) throws -> T { try unwrap(type) }

    /// Scalars are read here, so that their errors are ours, and dictionaries, so that they keep their order;
    /// everything else decodes itself.
    func unwrap<T: Decodable>(_ type: T.Type) throws -> T {
        if let scalar = type as? any JSONScalar.Type {
            guard let result = scalar.init(json: value) as? T else {
                throw mismatch(type, scalar.jsonName)
            }
            return result
        }
        if let dictionary = type as? any JSONDictionary.Type,
            let result = try dictionary.init(entriesOf: self) as? T
        {
            return result
        }
        return try T(from: self)
    }

    private func mismatch(_ type: Any.Type, _ name: String) -> DecodingError {
        .typeMismatch(
            type,
            .init(
                codingPath: codingPath,
                debugDescription: "expected \(name), found \(value.summary)"))
    }
}

/// A Swift type that one JSON scalar holds.
private protocol JSONScalar {
    init?(json: OrderedJSON)
    static var jsonName: String { get }
}

extension JSONScalar {
    static var jsonName: String { "\(Self.self)" }
}

extension Bool: JSONScalar {
    fileprivate init?(json: OrderedJSON) {
        guard let value = json.bool else { return nil }
        self = value
    }
}

extension String: JSONScalar {
    fileprivate init?(json: OrderedJSON) {
        guard let value = json.string else { return nil }
        self = value
    }
}

extension JSONScalar where Self: BinaryInteger {
    fileprivate init?(json: OrderedJSON) {
        switch json {
        case .int(let number): self.init(exactly: number)
        case .double(let number): self.init(exactly: number)
        default: return nil
        }
    }
}

extension JSONScalar where Self: BinaryFloatingPoint {
    fileprivate init?(json: OrderedJSON) {
        guard let number = json.double else { return nil }
        self.init(number)
    }
}

extension Int: JSONScalar {}
extension Int8: JSONScalar {}
extension Int16: JSONScalar {}
extension Int32: JSONScalar {}
extension Int64: JSONScalar {}
extension UInt: JSONScalar {}
extension UInt8: JSONScalar {}
extension UInt16: JSONScalar {}
extension UInt32: JSONScalar {}
extension UInt64: JSONScalar {}
extension Float: JSONScalar {}
extension Double: JSONScalar {}

private struct JSONKeyedContainer<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let members: [String: OrderedJSON]
    let codingPath: [any CodingKey]
    let allKeys: [Key]

    init(members: some Sequence<(key: String, value: OrderedJSON)>, codingPath: [any CodingKey]) {
        self.members = Dictionary(uniqueKeysWithValues: members.map { ($0.key, $0.value) })
        self.codingPath = codingPath
        allKeys = members.compactMap { Key(stringValue: $0.key) }
    }

    func contains(_ key: Key) -> Bool { members[key.stringValue] != nil }
    func decodeNil(forKey key: Key) throws -> Bool { try decoder(key).decodeNil() }

    func decode<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T {
        try decoder(key).unwrap(type)
    }

    func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type, forKey key: Key
    ) throws -> KeyedDecodingContainer<Nested> {
        try decoder(key).container(keyedBy: type)
    }

    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
        try decoder(key).unkeyedContainer()
    }

    func superDecoder() throws -> any Decoder {
        OrderedJSONDecoder(value: members["super"] ?? .null, codingPath: codingPath)
    }

    func superDecoder(forKey key: Key) throws -> any Decoder { try decoder(key) }

    private func decoder(_ key: Key) throws -> OrderedJSONDecoder {
        guard let value = members[key.stringValue] else {
            throw DecodingError.keyNotFound(
                key, .init(codingPath: codingPath, debugDescription: "the key is missing"))
        }
        return OrderedJSONDecoder(value: value, codingPath: codingPath + [key])
    }
}

private struct JSONUnkeyedContainer: UnkeyedDecodingContainer {
    let elements: [OrderedJSON]
    let codingPath: [any CodingKey]
    var currentIndex = 0

    init(elements: [OrderedJSON], codingPath: [any CodingKey]) {
        self.elements = elements
        self.codingPath = codingPath
    }

    var count: Int? { elements.count }
    var isAtEnd: Bool { currentIndex >= elements.count }

    mutating func decodeNil() throws -> Bool {
        let isNull = try peek().decodeNil()
        if isNull { currentIndex += 1 }
        return isNull
    }

    mutating func decode<T: Decodable>(_ type: T.Type) throws -> T {
        let result = try peek().unwrap(type)
        currentIndex += 1
        return result
    }

    mutating func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type
    ) throws -> KeyedDecodingContainer<Nested> {
        let container = try peek().container(keyedBy: type)
        currentIndex += 1
        return container
    }

    mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
        let container = try peek().unkeyedContainer()
        currentIndex += 1
        return container
    }

    mutating func superDecoder() throws -> any Decoder {
        let decoder = try peek()
        currentIndex += 1
        return decoder
    }

    private func peek() throws -> OrderedJSONDecoder {
        guard !isAtEnd else {
            throw DecodingError.valueNotFound(
                OrderedJSON.self,
                .init(codingPath: codingPath, debugDescription: "the array has too few elements"))
        }
        return OrderedJSONDecoder(
            value: elements[currentIndex], codingPath: codingPath + [JSONKey(currentIndex)])
    }
}
