import Foundation

/// The entries of a zip file: stored or deflated, in one part, without encryption. Sizes and offsets of
/// 64 bits are understood. What it says is checked against the file before anything is unpacked.
///
/// Source: the ZIP File Format Specification (APPNOTE.TXT), as far as NumPy's `.npz` needs it.
public struct ZipArchive {
    /// One file in the archive.
    public struct Entry: Sendable {
        /// Its path in the archive.
        public let name: String
        /// Its size, unpacked.
        public let size: Int
        let isDeflated: Bool
        let checksum: UInt32
        let bytes: Range<Int>
    }

    /// The entries in the order of the archive's directory.
    public let entries: [Entry]
    private let source: ByteSource

    /// Deflated bytes cannot unpack to more than this many times their number.
    static let largestExpansion = 1032

    /// Reads and checks the directory of an archive.
    ///
    /// - Throws: ``FormatError`` that names the entry and the fault.
    public init(_ source: ByteSource) throws(FormatError) {
        self.source = source
        let directory = try ZipDirectory(source)
        var cursor = ByteCursor(source, at: directory.start, end: directory.end)
        var entries: [Entry] = []
        var names: Set<String> = []
        var spans: [(name: String, bytes: Range<Int>)] = []
        for _ in 0..<directory.count {
            let record = try ZipRecord(&cursor)
            guard names.insert(record.name).inserted else {
                throw FormatError("the entry \"\(record.name.prefix(200))\" is repeated")
            }
            let entry = try record.entry(in: source, before: directory.start)
            spans.append((entry.name, record.offset..<entry.bytes.upperBound))
            entries.append(entry)
        }
        guard cursor.remaining == 0 else {
            throw FormatError("its directory holds more than its \(directory.count) entries")
        }
        if let (first, second) = TensorSpan.overlap(spans) {
            throw FormatError("the entries \"\(first)\" and \"\(second)\" overlap")
        }
        self.entries = entries
    }

    /// The unpacked bytes of an entry, whose size and checksum are verified.
    ///
    /// - Throws: ``FormatError`` if they are damaged.
    public func contents(of entry: Entry) throws(FormatError) -> Data {
        let packed = try source.bytes(entry.bytes)
        let contents = entry.isDeflated ? try Self.unpacked(packed, entry) : packed
        guard contents.count == entry.size,
            contents.withUnsafeBytes(checksum) == entry.checksum
        else { throw entry.fault("its bytes are damaged") }
        return contents
    }

    private static func unpacked(_ packed: Data, _ entry: Entry) throws(FormatError) -> Data {
        let result = packed.withUnsafeBytes { bytes in
            Result { () throws(FormatError) in
                try Inflater.unpack(bytes, .none, limit: entry.size)
            }
        }
        switch result {
        case .failure(let error): throw entry.fault(error.cause)
        case .success((let output, let read)):
            guard read == packed.count else { throw entry.fault("bytes follow its end") }
            return output
        }
    }
}

extension ZipArchive.Entry {
    fileprivate func fault(_ cause: String) -> FormatError {
        FormatError("entry \"\(name.prefix(200))\": \(cause)")
    }
}

/// Where an archive's directory lies, from the record at its end.
private struct ZipDirectory {
    let start: Int
    let end: Int
    let count: Int

    init(_ source: ByteSource) throws(FormatError) {
        let size = source.count
        guard size >= 22 else { throw FormatError("it is not a zip file") }
        // The record ends with a comment of up to 65,535 bytes.
        let tailStart = max(0, size - 22 - 0xFFFF)
        let tail = [UInt8](try source.bytes(tailStart..<size))
        let position = tail.indices.dropLast(21).last { index in
            tail[index] == 0x50 && tail[index + 1] == 0x4B && tail[index + 2] == 5
                && tail[index + 3] == 6
                && index + 22 + Int(tail[index + 20]) + Int(tail[index + 21]) << 8 == tail.count
        }
        guard let position else { throw FormatError("it is not a zip file, or truncated") }
        let end = tailStart + position
        var cursor = ByteCursor(source, at: end + 4)
        let disks = (try cursor.integer(UInt16.self), try cursor.integer(UInt16.self))
        let counts = (try cursor.integer(UInt16.self), try cursor.integer(UInt16.self))
        let length = try cursor.integer(UInt32.self)
        let offset = try cursor.integer(UInt32.self)
        if counts.1 == .max || length == .max || offset == .max {
            self = try Self(wide: source, before: end)
            return
        }
        guard disks == (0, 0), counts.0 == counts.1 else {
            throw FormatError("it is one of several parts of a zip file")
        }
        start = Int(offset)
        self.end = end
        count = Int(counts.0)
        guard start + Int(length) == end else {
            throw FormatError("its directory does not end where its last record begins")
        }
    }

    /// The record of 64-bit archives, found through a locator in front of the other.
    private init(wide source: ByteSource, before limit: Int) throws(FormatError) {
        var locator = ByteCursor(source, at: max(0, limit - 20), end: limit)
        guard try locator.integer(UInt32.self) == 0x0706_4B50,
            try locator.integer(UInt32.self) == 0
        else { throw FormatError("its directory cannot be found") }
        let position = try locator.count("the directory's place")
        var cursor = ByteCursor(source, at: position, end: limit - 20)
        guard try cursor.integer(UInt32.self) == 0x0606_4B50,
            try cursor.count("a record's length") == cursor.remaining
        else { throw FormatError("its directory cannot be found") }
        try cursor.skip(4 + 8)
        let counts = (try cursor.count("entries"), try cursor.count("entries"))
        let length = try cursor.count("the directory's length")
        start = try cursor.count("the directory's place")
        end = position
        count = counts.0
        guard counts.0 == counts.1, start <= position, length == position - start else {
            throw FormatError("its directory does not end where its last record begins")
        }
    }
}

/// An entry of the directory.
private struct ZipRecord {
    let name: String
    let offset: Int
    let isDeflated: Bool
    let checksum: UInt32
    let packedSize: Int
    let size: Int

    init(_ cursor: inout ByteCursor) throws(FormatError) {
        guard try cursor.integer(UInt32.self) == 0x0201_4B50 else {
            throw FormatError("its directory is damaged")
        }
        try cursor.skip(4)
        let flags = try cursor.integer(UInt16.self)
        let method = try cursor.integer(UInt16.self)
        try cursor.skip(4)
        checksum = try cursor.integer(UInt32.self)
        let narrow = (try cursor.integer(UInt32.self), try cursor.integer(UInt32.self))
        let nameLength = Int(try cursor.integer(UInt16.self))
        let extraLength = Int(try cursor.integer(UInt16.self))
        let commentLength = Int(try cursor.integer(UInt16.self))
        try cursor.skip(2 + 2 + 4)
        let narrowOffset = try cursor.integer(UInt32.self)
        name = try cursor.text(nameLength)
        let wide = try Self.wideNumbers(
            ByteSource(cursor.bytes(extraLength)), [narrow.1, narrow.0, narrowOffset])
        (size, packedSize, offset) = (wide[0], wide[1], wide[2])
        try cursor.skip(commentLength)
        isDeflated = method == 8
        guard method == 0 || method == 8 else {
            throw fault("its compression method \(method) is not supported")
        }
        guard flags & 0x2041 == 0 else { throw fault("it is encrypted") }
    }

    /// Numbers that do not fit into 32 bits are in an extra field, in this order.
    private static func wideNumbers(
        _ extra: ByteSource, _ narrow: [UInt32]
    ) throws(FormatError) -> [Int] {
        var numbers = narrow.map(Int.init)
        guard narrow.contains(.max) else { return numbers }
        var cursor = ByteCursor(extra)
        while cursor.remaining >= 4 {
            let kind = try cursor.integer(UInt16.self)
            let length = Int(try cursor.integer(UInt16.self))
            guard kind == 1 else {
                try cursor.skip(length)
                continue
            }
            for (index, number) in narrow.enumerated() where number == .max {
                numbers[index] = try cursor.count("a size")
            }
            return numbers
        }
        throw FormatError("an entry's size of 64 bits is missing")
    }

    /// The entry with the place of its bytes, which only the header in front of them tells.
    func entry(in source: ByteSource, before limit: Int) throws(FormatError) -> ZipArchive.Entry {
        guard offset <= limit else { throw fault("it begins after the directory") }
        var cursor = ByteCursor(source, at: offset, end: limit)
        guard try cursor.integer(UInt32.self) == 0x0403_4B50 else {
            throw fault("its header is damaged")
        }
        try cursor.skip(22)
        let nameLength = Int(try cursor.integer(UInt16.self))
        let extraLength = Int(try cursor.integer(UInt16.self))
        guard try cursor.text(nameLength) == name else {
            throw fault("its header has another name")
        }
        try cursor.skip(extraLength)
        guard packedSize <= cursor.remaining else {
            throw fault("it is truncated: \(packedSize) bytes do not fit in front of the directory")
        }
        guard isDeflated ? size / ZipArchive.largestExpansion <= packedSize : size == packedSize
        else { throw fault("\(packedSize) bytes cannot be \(size)") }
        return ZipArchive.Entry(
            name: name, size: size, isDeflated: isDeflated, checksum: checksum,
            bytes: cursor.position..<cursor.position + packedSize)
    }

    private func fault(_ cause: String) -> FormatError {
        FormatError("entry \"\(name.prefix(200))\": \(cause)")
    }
}
