import Foundation
import MLX

/// Tensors that a Python script recorded, and what they are as JSON: a `.safetensors` file in the
/// folder `Fixtures` beside a test.
public struct Recording {
    private let tensors: [String: MLXArray]
    private let metadata: [String: String]

    /// Reads `Fixtures/NAME.safetensors` beside the test file.
    public init(_ name: String, beside file: String = #filePath) throws {
        let url = URL(fileURLWithPath: file).deletingLastPathComponent()
            .appendingPathComponent("Fixtures/\(name).safetensors")
        (tensors, metadata) = try loadArraysAndMetadata(url: url)
    }

    /// The tensor of this name.
    public func callAsFunction(_ name: String) throws -> MLXArray {
        guard let tensor = tensors[name] else { throw RecordingError.missing(name) }
        return tensor
    }

    /// The tensors whose names begin with `prefix`, by the rest of their names.
    public func tensors(under prefix: String) -> [String: MLXArray] {
        Dictionary(
            uniqueKeysWithValues: tensors.compactMap { name, tensor in
                name.hasPrefix(prefix) ? (String(name.dropFirst(prefix.count)), tensor) : nil
            })
    }

    /// The JSON under `key` of the metadata.
    public func json<Value: Decodable>(_ key: String, as type: Value.Type = Value.self) throws
        -> Value
    {
        guard let text = metadata[key] else { throw RecordingError.missing(key) }
        return try JSONDecoder().decode(type, from: Data(text.utf8))
    }
}

/// A recording lacks what a test asks for.
public enum RecordingError: Error {
    case missing(String)
}

/// What differs between two arrays in dtype, shape or the bits of an element; nil if nothing does.
public func difference(_ found: MLXArray, _ expected: MLXArray) -> String? {
    guard found.dtype == expected.dtype else { return "\(found.dtype), not \(expected.dtype)" }
    guard found.shape == expected.shape else { return "\(found.shape), not \(expected.shape)" }
    let (foundBytes, expectedBytes) = (bytes(found), bytes(expected))
    guard let byte = zip(foundBytes, expectedBytes).enumerated().first(where: { $1.0 != $1.1 })
    else { return nil }
    let index = byte.offset / found.dtype.size
    let (foundElement, expectedElement) = (found.flattened()[index], expected.flattened()[index])
    return "element \(index): \(foundElement), not \(expectedElement)"
}

/// The elements' bytes in C order.
private func bytes(_ array: MLXArray) -> [UInt8] {
    array.size == 0 ? [] : contiguous(array).flattened().view(dtype: .uint8).asArray(UInt8.self)
}
