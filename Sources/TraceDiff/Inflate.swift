/// Bits of a byte sequence, lowest first.
struct BitReader {
    private let bytes: [UInt8]
    /// The next byte that no bit was taken from.
    private(set) var position: Int
    private var buffer: UInt32 = 0
    private var available = 0

    init(bytes: [UInt8], position: Int) {
        self.bytes = bytes
        self.position = position
    }

    /// The next `count` bits, at most 16.
    mutating func bits(_ count: Int) throws(Gzip.Failure) -> Int {
        while available < count {
            buffer |= UInt32(try byte()) << UInt32(available)
            available += 8
        }
        defer {
            buffer >>= UInt32(count)
            available -= count
        }
        return Int(buffer & (1 << UInt32(count) - 1))
    }

    /// The next whole byte.
    mutating func byte() throws(Gzip.Failure) -> UInt8 {
        guard position < bytes.count else { throw Gzip.Failure(message: "it ends too early") }
        defer { position += 1 }
        return bytes[position]
    }

    /// Drops what is left of the byte that bits were last taken from.
    mutating func alignToByte() { (buffer, available) = (0, 0) }
}

/// Unpacks the blocks of a deflate stream (RFC 1951).
enum Inflate {
    static func decode(_ reader: inout BitReader, limit: Int) throws(Gzip.Failure) -> [UInt8] {
        var output: [UInt8] = []
        var isLast = false
        while !isLast {
            isLast = try reader.bits(1) == 1
            switch try reader.bits(2) {
            case 0: try copyStored(&reader, to: &output, limit: limit)
            case 1: try expand(&reader, fixedLiterals, fixedDistances, to: &output, limit: limit)
            case 2:
                let (literals, distances) = try dynamicCodes(&reader)
                try expand(&reader, literals, distances, to: &output, limit: limit)
            default: throw Gzip.Failure(message: "a block of an unknown kind")
            }
        }
        return output
    }

    private static func copyStored(
        _ reader: inout BitReader, to output: inout [UInt8], limit: Int
    ) throws(Gzip.Failure) {
        reader.alignToByte()
        let length = try reader.bits(16)
        guard try reader.bits(16) == length ^ 0xFFFF else {
            throw Gzip.Failure(message: "a block with a wrong length")
        }
        guard output.count + length <= limit else { throw tooLarge(limit) }
        for _ in 0..<length { output.append(try reader.byte()) }
    }

    private static func expand(
        _ reader: inout BitReader, _ literals: HuffmanCode, _ distances: HuffmanCode,
        to output: inout [UInt8], limit: Int
    ) throws(Gzip.Failure) {
        while true {
            let symbol = try literals.symbol(&reader)
            if symbol == 256 { return }
            guard output.count < limit else { throw tooLarge(limit) }
            if symbol < 256 {
                output.append(UInt8(symbol))
                continue
            }
            guard symbol < 286 else { throw Gzip.Failure(message: "an unknown length") }
            let (base, extra) = lengths[symbol - 257]
            let length = base + (try reader.bits(extra))
            let code = try distances.symbol(&reader)
            guard code < 30 else { throw Gzip.Failure(message: "an unknown distance") }
            let (near, bits) = Self.distances[code]
            let distance = near + (try reader.bits(bits))
            guard distance <= output.count else {
                throw Gzip.Failure(message: "a distance beyond the start")
            }
            guard output.count + length <= limit else { throw tooLarge(limit) }
            for _ in 0..<length { output.append(output[output.count - distance]) }
        }
    }

    private static func dynamicCodes(
        _ reader: inout BitReader
    ) throws(Gzip.Failure) -> (HuffmanCode, HuffmanCode) {
        let literalCount = try reader.bits(5) + 257
        let distanceCount = try reader.bits(5) + 1
        var lengths = [Int](repeating: 0, count: 19)
        for place in codeOrder.prefix(try reader.bits(4) + 4) {
            lengths[place] = try reader.bits(3)
        }
        let code = try HuffmanCode(lengths)
        var all: [Int] = []
        while all.count < literalCount + distanceCount {
            let symbol = try code.symbol(&reader)
            let (value, count): (Int, Int)
            switch symbol {
            case 16:
                guard let last = all.last else { throw Gzip.Failure(message: "nothing to repeat") }
                (value, count) = (last, 3 + (try reader.bits(2)))
            case 17: (value, count) = (0, 3 + (try reader.bits(3)))
            case 18: (value, count) = (0, 11 + (try reader.bits(7)))
            default: (value, count) = (symbol, 1)
            }
            all += Array(repeating: value, count: count)
        }
        guard all.count == literalCount + distanceCount else {
            throw Gzip.Failure(message: "too many code lengths")
        }
        return (
            try HuffmanCode(Array(all[..<literalCount])),
            try HuffmanCode(Array(all[literalCount...]))
        )
    }

    private static func tooLarge(_ limit: Int) -> Gzip.Failure {
        Gzip.Failure(message: "it unpacks to more than \(limit) bytes")
    }

    private static let codeOrder = [
        16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15,
    ]

    /// The first value that a symbol stands for, and how many bits are added to it.
    private typealias Step = (base: Int, bits: Int)

    /// The lengths of the symbols from 257 on.
    private static let lengths: [Step] = {
        var steps: [Step] = (0..<28).map { index in
            if index < 8 { return (index + 3, 0) }
            let bits = index / 4 - 1
            let base = (4 + index % 4) << bits
            return (base + 3, bits)
        }
        steps.append((258, 0))
        return steps
    }()

    /// The distances of the symbols.
    private static let distances: [Step] = (0..<30).map { index in
        if index < 4 { return (index + 1, 0) }
        let bits = index / 2 - 1
        let base = (2 + index % 2) << bits
        return (base + 1, bits)
    }

    private static let fixedLiterals: HuffmanCode = {
        var lengths = [Int](repeating: 8, count: 288)
        lengths.replaceSubrange(144..<256, with: repeatElement(9, count: 112))
        lengths.replaceSubrange(256..<280, with: repeatElement(7, count: 24))
        return HuffmanCode(unchecked: lengths)
    }()
    private static let fixedDistances = HuffmanCode(unchecked: [Int](repeating: 5, count: 30))
}

/// A canonical Huffman code of at most 15 bits.
struct HuffmanCode {
    /// How many symbols have each length.
    private var counts = [Int](repeating: 0, count: 16)
    /// The symbols in the order of their codes.
    private var symbols: [Int] = []

    /// The code with the given length of each symbol, 0 for unused ones.
    init(_ lengths: [Int]) throws(Gzip.Failure) {
        self.init(unchecked: lengths)
        var free = 1
        for length in 1...15 {
            free = free << 1 - counts[length]
            guard free >= 0 else { throw Gzip.Failure(message: "a code with too many symbols") }
        }
    }

    init(unchecked lengths: [Int]) {
        for length in lengths where length > 0 { counts[length] += 1 }
        for length in 1...15 {
            symbols += lengths.indices.filter { lengths[$0] == length }
        }
    }

    /// Reads the next symbol.
    func symbol(_ reader: inout BitReader) throws(Gzip.Failure) -> Int {
        var (code, first, index) = (0, 0, 0)
        for length in 1...15 {
            code |= try reader.bits(1)
            let count = counts[length]
            if code - first < count { return symbols[index + code - first] }
            index += count
            first = (first + count) << 1
            code <<= 1
        }
        throw Gzip.Failure(message: "a code that stands for nothing")
    }
}
