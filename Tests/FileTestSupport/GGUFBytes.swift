import Foundation

/// Builds the bytes of a GGUF file part by part.
public struct GGUFBytes {
    private var entries = Data()
    private var tensors = Data()
    private var values = Data()
    private var entryCount: UInt64 = 0
    private var tensorCount: UInt64 = 0

    /// The version that the header names.
    public var version: UInt32 = 3
    /// The alignment of values, which `general.alignment` has to name where it is not 32.
    public var alignment = 32

    /// An empty file.
    public init() {}

    /// The bytes of the file.
    public var data: Data {
        var data = Data("GGUF".utf8)
        data.append(little: version)
        data.append(little: tensorCount)
        data.append(little: entryCount)
        data += entries + tensors
        data += Data(count: (alignment - data.count % alignment) % alignment)
        return data + values
    }

    /// Adds a metadata value of the format's `type`, as its bytes.
    public mutating func add(_ key: String, type: UInt32, _ value: Data) {
        entries += Self.text(key)
        entries.append(little: type)
        entries += value
        entryCount += 1
    }

    /// Adds a metadata text.
    public mutating func add(_ key: String, _ text: String) {
        add(key, type: 8, Self.text(text))
    }

    /// Adds a metadata list of texts.
    public mutating func add(_ key: String, _ texts: [String]) {
        var value = Data()
        value.append(little: UInt32(8))
        value.append(little: UInt64(texts.count))
        for text in texts { value += Self.text(text) }
        add(key, type: 9, value)
    }

    /// Adds a tensor of the format's `type`; `shape` has the innermost dimension last.
    ///
    /// - Parameter offset: where the entry says that the values begin; nil where they do.
    public mutating func add(
        _ name: String, type: UInt32, shape: [UInt64], _ bytes: Data, offset: UInt64? = nil
    ) {
        values += Data(count: (alignment - values.count % alignment) % alignment)
        tensors += Self.text(name)
        tensors.append(little: UInt32(shape.count))
        for dimension in shape.reversed() { tensors.append(little: dimension) }
        tensors.append(little: type)
        tensors.append(little: offset ?? UInt64(values.count))
        values += bytes
        tensorCount += 1
    }

    /// A text with its length in front.
    public static func text(_ text: String) -> Data {
        var data = Data()
        data.append(little: UInt64(text.utf8.count))
        return data + Data(text.utf8)
    }
}

extension Data {
    /// Appends a number in little-endian order.
    public mutating func append(little number: some FixedWidthInteger) {
        Swift.withUnsafeBytes(of: number.littleEndian) { append(contentsOf: $0) }
    }
}
