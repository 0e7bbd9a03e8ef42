import Foundation

/// Writes a zip file, entry by entry. Sizes and offsets take 64 bits where 32 do not hold them.
///
/// Source: the ZIP File Format Specification (APPNOTE.TXT).
public struct ZipWriter {
    private let file: FileHandle
    private let limit: UInt64
    private var position = 0
    private var directory = Data()
    private var count = 0

    /// Writes to a new file.
    ///
    /// - Parameter limit: numbers from here on take 64 bits; for tests of that form.
    /// - Throws: what `FileHandle` throws.
    public init(_ url: URL, limit: UInt32 = .max) throws {
        try Data().write(to: url)
        file = try FileHandle(forWritingTo: url)
        self.limit = UInt64(limit)
    }

    /// Adds an entry with these bytes.
    ///
    /// - Throws: ``FormatError`` for a name that is too long, and what `FileHandle` throws.
    public mutating func add(
        _ name: String, _ bytes: UnsafeRawBufferPointer, compressed: Bool
    ) throws {
        let path = Data(name.utf8)
        guard let nameLength = UInt16(exactly: path.count) else {
            throw FormatError("the name \"\(name.prefix(200))\" is too long")
        }
        let packed = compressed ? try deflated(bytes) : nil
        let sizes = [UInt64(bytes.count), UInt64(packed?.count ?? bytes.count)]
        let offset = UInt64(position)

        // What both headers share: version, UTF-8 names, method, date (1980-01-01), checksum, sizes.
        func common(_ wide: Bool) -> Data {
            var fields = Data()
            fields.append(UInt16(wide ? 45 : 20))
            fields.append(UInt16(0x0800))
            fields.append(UInt16(compressed ? 8 : 0))
            fields.append(UInt32(0x0021_0000))
            fields.append(checksum(bytes))
            fields.append(wide ? .max : UInt32(sizes[1]))
            fields.append(wide ? .max : UInt32(sizes[0]))
            fields.append(nameLength)
            return fields
        }
        let isWide = sizes.contains { $0 >= limit } || offset >= limit
        var header = Data()
        header.append(UInt32(0x0403_4B50))
        header += common(isWide)
        header.append(UInt16(isWide ? 20 : 0))
        header += path
        if isWide { header.appendWide(sizes) }
        try write(header)
        if let packed {
            try write(packed)
        } else {
            try write(bytes)
        }

        directory.append(UInt32(0x0201_4B50))
        directory.append(UInt16(isWide ? 45 : 20))
        directory += common(isWide)
        directory.append(UInt16(isWide ? 28 : 0))
        directory += Data(count: 2 + 2 + 2 + 4)
        directory.append(isWide ? .max : UInt32(offset))
        directory += path
        if isWide { directory.appendWide(sizes + [offset]) }
        count += 1
    }

    /// Writes the directory and closes the file.
    ///
    /// - Throws: what `FileHandle` throws.
    public mutating func finish() throws {
        let start = UInt64(position)
        let length = UInt64(directory.count)
        let isWide = start >= limit || length >= limit || count >= Int(UInt16.max)
        var end = Data()
        if isWide {
            end.append(UInt32(0x0606_4B50))
            end.append(UInt64(44))
            end.append(UInt16(45))
            end.append(UInt16(45))
            end += Data(count: 8)
            for number in [UInt64(count), UInt64(count), length, start] { end.append(number) }
            end.append(UInt32(0x0706_4B50))
            end += Data(count: 4)
            end.append(start + length)
            end.append(UInt32(1))
        }
        end.append(UInt32(0x0605_4B50))
        end += Data(count: 4)
        end.append(isWide ? .max : UInt16(count))
        end.append(isWide ? .max : UInt16(count))
        end.append(isWide ? .max : UInt32(length))
        end.append(isWide ? .max : UInt32(start))
        end += Data(count: 2)
        try write(directory)
        try write(end)
        try file.close()
    }

    private mutating func write(_ data: Data) throws {
        try file.write(contentsOf: data)
        position += data.count
    }

    private mutating func write(_ bytes: UnsafeRawBufferPointer) throws {
        guard let address = bytes.baseAddress else { return }
        try write(
            Data(
                bytesNoCopy: UnsafeMutableRawPointer(mutating: address), count: bytes.count,
                deallocator: .none))
    }
}

extension Data {
    /// A number in little-endian order.
    fileprivate mutating func append(_ number: some FixedWidthInteger) {
        Swift.withUnsafeBytes(of: number.littleEndian) { append(contentsOf: $0) }
    }

    /// The extra field with numbers of 64 bits.
    fileprivate mutating func appendWide(_ numbers: [UInt64]) {
        append(UInt16(1))
        append(UInt16(8 * numbers.count))
        for number in numbers { append(number) }
    }
}
