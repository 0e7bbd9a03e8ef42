import Foundation
import OrderedCollections

/// The header of a safetensors file, checked against the file before the engine reads it: whatever it
/// says lies inside the file, so that a damaged file is an error at once and costs no more memory than
/// its size.
///
/// The format: 8 bytes with the header's length, the header as JSON, the tensors' bytes.
public struct SafetensorsHeader: Sendable {
    /// One tensor's entry.
    public struct Tensor: Equatable, Sendable {
        /// The format's name of the element type, `BF16` for instance.
        public let dtype: String
        /// The dimensions.
        public let shape: [Int]
        /// Where the values lie, counted from the end of the header.
        public let bytes: Range<Int>

        /// An entry with these properties.
        public init(dtype: String, shape: [Int], bytes: Range<Int>) {
            self.dtype = dtype
            self.shape = shape
            self.bytes = bytes
        }
    }

    /// The tensors in the order of the header.
    public let tensors: OrderedDictionary<String, Tensor>
    /// The texts of `__metadata__`.
    public let metadata: [String: String]
    /// Where the first tensor's bytes may begin in the file.
    public let dataStart: Int

    /// Bytes of an element of each type.
    static let elementSizes: [String: Int] = [
        "BOOL": 1, "U8": 1, "I8": 1, "F8_E4M3": 1, "F8_E8M0": 1, "U16": 2, "I16": 2, "F16": 2,
        "BF16": 2, "U32": 4, "I32": 4, "F32": 4, "U64": 8, "I64": 8, "F64": 8, "C64": 8,
    ]

    /// The format's own limit, which bounds what a lying length can make us read.
    static let maximumLength: UInt64 = 100_000_000

    /// Reads and checks the header of the file at `url`.
    ///
    /// - Throws: ``FormatError`` that names the tensor and the fault.
    public init(_ url: URL) throws(FormatError) {
        try self.init(ByteSource(url))
    }

    /// Reads and checks the header at the start of some bytes.
    ///
    /// - Throws: ``FormatError`` that names the tensor and the fault.
    public init(_ source: ByteSource) throws(FormatError) {
        guard source.count >= 8 else {
            throw FormatError(
                "it is not a safetensors file: it has \(source.count) bytes, too few for a header")
        }
        var cursor = ByteCursor(source)
        let length = try cursor.integer(UInt64.self)
        guard length >= 2, length < Self.maximumLength, length <= UInt64(cursor.remaining) else {
            throw FormatError(
                "the header claims \(length) bytes, but the file has \(source.count)")
        }
        let text = try cursor.bytes(Int(length))
        dataStart = cursor.position
        let members: OrderedDictionary<String, OrderedJSON>
        do throws(FormatError) {
            guard let object = try OrderedJSON(parsing: text, uniqueKeys: true).object else {
                throw FormatError("not a JSON object")
            }
            members = object
        } catch {
            throw FormatError("the header is \(error.cause)")
        }
        var tensors = OrderedDictionary<String, Tensor>(minimumCapacity: members.count)
        var metadata: [String: String] = [:]
        for (name, entry) in members {
            if name == "__metadata__" {
                metadata = try Self.metadata(entry)
            } else {
                do throws(FormatError) {
                    tensors[name] = try Tensor(entry, dataSize: cursor.remaining)
                } catch {
                    throw Self.fault(name, error.cause)
                }
            }
        }
        if let (first, second) = TensorSpan.overlap(tensors.map { ($0.key, $0.value.bytes) }) {
            throw Self.fault(second, "its bytes overlap those of \"\(first)\"")
        }
        self.tensors = tensors
        self.metadata = metadata
    }

    /// MLX itself writes null where there is none.
    private static func metadata(_ entry: OrderedJSON) throws(FormatError) -> [String: String] {
        if entry.isNull { return [:] }
        guard let members = entry.object else {
            throw FormatError("the metadata is not a table of texts")
        }
        var texts: [String: String] = [:]
        for (key, value) in members {
            guard let text = value.string else {
                throw FormatError("the metadata \"\(key.prefix(200))\" is no text")
            }
            texts[key] = text
        }
        return texts
    }

    private static func fault(_ tensor: String, _ reason: String) -> FormatError {
        FormatError("tensor \"\(tensor.prefix(200))\": \(reason)")
    }
}

extension SafetensorsHeader.Tensor {
    fileprivate init(_ entry: OrderedJSON, dataSize: Int) throws(FormatError) {
        guard let dtype = entry["dtype"]?.string else { throw FormatError("it has no dtype") }
        guard let elementSize = SafetensorsHeader.elementSizes[dtype] else {
            throw FormatError("the dtype \"\(dtype.prefix(40))\" is not supported")
        }
        guard let dimensions = entry["shape"]?.array else { throw FormatError("it has no shape") }
        let shape = dimensions.compactMap(\.int)
        guard shape.count == dimensions.count,
            shape.allSatisfy({ 0 <= $0 && $0 <= Int(Int32.max) })
        else { throw FormatError("its shape holds something that is no dimension") }
        guard let offsets = entry["data_offsets"]?.array, offsets.count == 2,
            let begin = offsets[0].int, let end = offsets[1].int
        else { throw FormatError("it has no pair of data_offsets") }
        guard 0 <= begin, begin <= end else {
            throw FormatError("the data_offsets [\(begin), \(end)] are no range")
        }
        guard end <= dataSize else {
            throw FormatError(
                "its bytes end at \(end), but the file holds \(dataSize) bytes of values")
        }
        guard let size = TensorSpan.byteCount(shape, elementSize: elementSize) else {
            throw FormatError("its shape is too large")
        }
        guard size == end - begin else {
            throw FormatError(
                "\(dtype) values of shape \(shape) take \(size) bytes, the data_offsets "
                    + "hold \(end - begin)")
        }
        self.init(dtype: dtype, shape: shape, bytes: begin..<end)
    }
}
