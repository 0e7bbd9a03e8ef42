import Foundation

/// Metadata and tensor entries of a GGUF file, checked against the file before the engine maps it: the
/// engine follows every length and offset in it without asking.
public struct GGUFHeader: Sendable {
    /// One tensor's entry.
    public struct Tensor: Equatable, Sendable {
        /// The name.
        public let name: String
        /// The format's number of the element type.
        public let type: UInt32
        /// The dimensions, the innermost last.
        public let shape: [Int]
        /// Where the values lie in the file.
        public let bytes: Range<Int>
    }

    /// The metadata's keys, in the order of the file.
    public let keys: [String]
    /// The tensors, in the order of the file.
    public let tensors: [Tensor]

    /// Values and bytes of a block of each element type; a type that is absent is not one any more.
    private static let blocks: [UInt32: (values: Int, bytes: Int)] = [
        0: (1, 4), 1: (1, 2), 2: (32, 18), 3: (32, 20), 6: (32, 22), 7: (32, 24), 8: (32, 34),
        9: (32, 40), 10: (256, 82), 11: (256, 110), 12: (256, 144), 13: (256, 176), 14: (256, 210),
        15: (256, 292), 16: (256, 66), 17: (256, 74), 18: (256, 98), 19: (256, 110), 20: (256, 50),
        21: (256, 110), 22: (256, 82), 23: (256, 136), 24: (1, 1), 25: (1, 2), 26: (1, 4),
        27: (1, 8), 28: (1, 8), 29: (256, 56), 30: (1, 2),
    ]

    /// Bytes of a metadata value of each type that has a fixed size.
    private static let valueSizes: [UInt32: Int] = [
        0: 1, 1: 1, 2: 2, 3: 2, 4: 4, 5: 4, 6: 4, 7: 1, 10: 8, 11: 8, 12: 8,
    ]
    private static let textType: UInt32 = 8
    private static let arrayType: UInt32 = 9
    private static let maximumDimensions = 8

    /// Reads and checks the header of the file at `url`.
    ///
    /// - Throws: ``FormatError`` that names the key or tensor and the fault.
    public init(_ url: URL) throws(FormatError) {
        let source = try ByteSource(url)
        var cursor = ByteCursor(source)
        guard try cursor.bytes(min(4, cursor.remaining)).elementsEqual("GGUF".utf8) else {
            throw FormatError("it is not a GGUF file")
        }
        let version = try cursor.integer(UInt32.self)
        guard version == 2 || version == 3 else {
            throw FormatError("version \(version) of GGUF is not supported")
        }
        let tensorCount = try cursor.count("the number of tensors")
        let keyCount = try cursor.count("the number of metadata entries")

        var keys: [String] = []
        var alignment = 32
        // Each entry takes bytes, so that the file's end bounds a count that lies.
        for _ in 0..<keyCount {
            let key = try cursor.text(cursor.count("a key's length"))
            let type = try cursor.integer(UInt32.self)
            if key == "general.alignment", type == 4 {
                var value = cursor
                alignment = Int(try value.integer(UInt32.self))
            }
            try Self.skipValue(&cursor, type, key)
            keys.append(key)
        }
        guard alignment > 0, alignment <= 1 << 20 else {
            throw FormatError("the alignment \(alignment) is impossible")
        }
        var entries: [Entry] = []
        for _ in 0..<tensorCount { entries.append(try Entry(&cursor)) }
        let dataStart = (cursor.position + alignment - 1) / alignment * alignment
        var tensors: [Tensor] = []
        for entry in entries {
            tensors.append(try entry.tensor(dataStart: dataStart, end: source.count))
        }
        if let (first, second) = TensorSpan.overlap(tensors.map { ($0.name, $0.bytes) }) {
            throw FormatError("the tensors \"\(first)\" and \"\(second)\" overlap")
        }
        self.keys = keys
        self.tensors = tensors
    }

    private static func skipValue(
        _ cursor: inout ByteCursor, _ type: UInt32, _ key: String
    ) throws(FormatError) {
        if type == textType {
            return try cursor.skip(cursor.count("a text's length"))
        }
        if let size = valueSizes[type] { return try cursor.skip(size) }
        guard type == arrayType else {
            throw FormatError("\"\(key.prefix(200))\" has a value of unknown type \(type)")
        }
        let elementType = try cursor.integer(UInt32.self)
        let count = try cursor.count("an array's length")
        guard count <= Int(Int32.max) else {
            throw FormatError("\"\(key.prefix(200))\" has \(count) values")
        }
        if elementType == textType {
            for _ in 0..<count { try cursor.skip(cursor.count("a text's length")) }
        } else if let size = valueSizes[elementType] {
            try cursor.skip(count * size)
        } else {
            throw FormatError(
                "\"\(key.prefix(200))\" is an array of values of type \(elementType), which is not "
                    + "supported")
        }
    }

    /// A tensor's entry before it is known where the values begin.
    private struct Entry {
        let name: String
        let shape: [Int]
        let type: UInt32
        let offset: Int

        init(_ cursor: inout ByteCursor) throws(FormatError) {
            name = try cursor.text(cursor.count("a name's length"))
            let count = Int(try cursor.integer(UInt32.self))
            guard count <= GGUFHeader.maximumDimensions else {
                throw FormatError("tensor \"\(name.prefix(200))\" has \(count) dimensions")
            }
            var dimensions: [Int] = []
            for _ in 0..<count { dimensions.append(try cursor.count("a dimension")) }
            shape = dimensions.reversed()
            type = try cursor.integer(UInt32.self)
            offset = try cursor.count("a tensor's offset")
        }

        func tensor(dataStart: Int, end: Int) throws(FormatError) -> Tensor {
            guard let block = GGUFHeader.blocks[type] else {
                throw fault("the element type \(type) is not supported")
            }
            guard let count = TensorSpan.byteCount(shape, elementSize: 1) else {
                throw fault("its shape \(shape) is impossible")
            }
            // Blocks do not span rows.
            guard block.values == 1 || (shape.last ?? 1) % block.values == 0 else {
                throw fault(
                    "rows of \(shape.last ?? 1) values are no whole blocks of \(block.values)")
            }
            let (size, overflow) = (count / block.values).multipliedReportingOverflow(
                by: block.bytes)
            guard !overflow, offset <= end - dataStart, size <= end - dataStart - offset else {
                throw fault(
                    "it is truncated: its values at \(offset) end after the file's \(end) bytes")
            }
            let start = dataStart + offset
            return Tensor(name: name, type: type, shape: shape, bytes: start..<start + size)
        }

        private func fault(_ reason: String) -> FormatError {
            FormatError("tensor \"\(name.prefix(200))\": \(reason)")
        }
    }
}
