import Foundation

/// The header of a safetensors file, checked before the engine reads the file: what it says must lie
/// inside the file, so that a damaged file is an error at once and costs no more memory than its size.
///
/// The format: 8 bytes with the header's length, the header as JSON, the tensors' bytes.
struct SafetensorsHeader {
    /// A tensor's place in the file's data.
    struct Tensor {
        let dtype: String
        let shape: [Int]
        let begin: Int
        let end: Int
    }

    /// What is wrong with a file.
    struct Malformed: Error {
        let cause: String
    }

    let tensors: [String: Tensor]
    let metadata: [String: String]

    /// Reads the header of a file.
    static func read(url: URL) throws(Malformed) -> SafetensorsHeader {
        let file: FileHandle
        do {
            file = try FileHandle(forReadingFrom: url)
        } catch {
            throw Malformed(cause: "the file cannot be opened")
        }
        defer { try? file.close() }
        do {
            let size = Int(clamping: try file.seekToEnd())
            try file.seek(toOffset: 0)
            let length = try headerLength(try file.read(upToCount: 8) ?? Data(), fileSize: size)
            let json = try file.read(upToCount: length) ?? Data()
            return try SafetensorsHeader(json: json, dataSize: size - 8 - length)
        } catch let error as Malformed {
            throw error
        } catch {
            throw Malformed(cause: "the file cannot be read: \(error.localizedDescription)")
        }
    }

    /// Reads the header of a file in memory.
    static func read(data: Data) throws(Malformed) -> SafetensorsHeader {
        let length = try headerLength(data.prefix(8), fileSize: data.count)
        return try SafetensorsHeader(
            json: data.dropFirst(8).prefix(length), dataSize: data.count - 8 - length)
    }

    private static func headerLength(_ bytes: Data, fileSize: Int) throws(Malformed) -> Int {
        guard bytes.count == 8 else {
            throw Malformed(cause: "no safetensors file: \(fileSize) bytes are too few")
        }
        let length = bytes.reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        guard length <= UInt64(fileSize - 8) else {
            throw Malformed(
                cause:
                    "no safetensors file, or truncated: a header of \(length) bytes does not fit "
                    + "into \(fileSize)")
        }
        return Int(length)
    }

    private init(json: Data, dataSize: Int) throws(Malformed) {
        guard
            let object = try? JSONSerialization.jsonObject(with: json) as? [String: Any]
        else { throw Malformed(cause: "the header is not a JSON object") }
        var tensors: [String: Tensor] = [:]
        var metadata: [String: String] = [:]
        for (name, value) in object {
            if name == "__metadata__" {
                // MLX itself writes null where there is none.
                if value is NSNull { continue }
                guard let values = value as? [String: String] else {
                    throw Malformed(cause: "the metadata is not a table of texts")
                }
                metadata = values
            } else {
                tensors[name] = try Self.tensor(name, value, dataSize: dataSize)
            }
        }
        self.tensors = tensors
        self.metadata = metadata
    }

    private static func tensor(_ name: String, _ value: Any, dataSize: Int) throws(Malformed)
        -> Tensor
    {
        guard let entry = value as? [String: Any],
            let dtype = entry["dtype"] as? String,
            let shape = entry["shape"] as? [Int],
            let offsets = entry["data_offsets"] as? [Int], offsets.count == 2
        else { throw Malformed(cause: "tensor '\(name)' has no dtype, shape or data_offsets") }
        guard let itemBytes = bytes(of: dtype) else {
            throw Malformed(cause: "tensor '\(name)' has unknown dtype '\(dtype)'")
        }
        guard 0 <= offsets[0], offsets[0] <= offsets[1] else {
            throw Malformed(cause: "tensor '\(name)' has impossible data_offsets \(offsets)")
        }
        guard offsets[1] <= dataSize else {
            throw Malformed(
                cause: "the file is truncated: tensor '\(name)' ends at byte \(offsets[1]) of "
                    + "\(dataSize)")
        }
        var size: Int? = itemBytes
        for dimension in shape {
            guard dimension >= 0, dimension <= Int(Int32.max) else {
                throw Malformed(cause: "tensor '\(name)' has impossible shape \(shape)")
            }
            let (product, overflow) = (size ?? 0).multipliedReportingOverflow(by: dimension)
            size = overflow ? nil : product
            if overflow { break }
        }
        guard size == offsets[1] - offsets[0] else {
            throw Malformed(
                cause: "tensor '\(name)' of dtype \(dtype) and shape \(shape) does not fill "
                    + "\(offsets[1] - offsets[0]) bytes")
        }
        return Tensor(dtype: dtype, shape: shape, begin: offsets[0], end: offsets[1])
    }

    /// The bytes of one element; nil for a type that the engine does not read.
    private static func bytes(of dtype: String) -> Int? {
        switch dtype {
        case "BOOL", "U8", "I8", "F8_E4M3": 1
        case "U16", "I16", "F16", "BF16": 2
        case "U32", "I32", "F32": 4
        case "U64", "I64", "F64", "C64": 8
        default: nil
        }
    }
}
