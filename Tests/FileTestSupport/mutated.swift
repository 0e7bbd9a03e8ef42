import Foundation

/// A file with one thing wrong: bytes changed, left out, put in or moved, a number that lies, or an end
/// that is missing.
public func mutated(_ original: Data, using random: inout SeededGenerator) -> Data {
    var data = Data(original)
    // Headers are where a change matters most.
    let end = Bool.random(using: &random) ? data.count : min(data.count, 512)
    let place = Int.random(in: 0..<end, using: &random)
    switch Int.random(in: 0..<9, using: &random) {
    case 0:
        data.removeLast(Int.random(in: 1...data.count, using: &random))
    case 1:
        for _ in 0..<Int.random(in: 1...4, using: &random) {
            data[Int.random(in: 0..<end, using: &random)] = .random(in: 0...255, using: &random)
        }
    case 2:
        data[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
    case 3:
        data.removeSubrange(place..<min(place + Int.random(in: 1...16, using: &random), data.count))
    case 4:
        let count = Int.random(in: 1...16, using: &random)
        data.insert(
            contentsOf: (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) },
            at: place)
    case 5:
        let numbers: [UInt64] = [
            0, 1, 2, 0x7F, 0xFF, 0xFFFF, 0x7FFF_FFFF, 0x8000_0000, 0xFFFF_FFFF, 1 << 40,
            UInt64(Int64.max), 1 << 63, .max, UInt64(data.count), UInt64(data.count + 1),
        ]
        var bytes = Data()
        bytes.append(little: numbers.randomElement(using: &random)!)
        let width = [1, 2, 4, 8].randomElement(using: &random)!
        for (offset, byte) in bytes.prefix(width).enumerated() where place + offset < data.count {
            data[place + offset] = byte
        }
    case 6:
        // Texts of numbers: shapes and offsets of headers that are text.
        let digits = (0..<end).filter { (0x30...0x39).contains(data[$0]) }
        if let digit = digits.randomElement(using: &random) {
            data[digit] = [0x30, 0x39, 0x2D, 0x2E, 0x65].randomElement(using: &random)!
        }
    case 7:
        let piece = data[place..<min(place + Int.random(in: 1...64, using: &random), data.count)]
        data.insert(contentsOf: Data(piece), at: Int.random(in: 0..<end, using: &random))
    default:
        let other = Int.random(in: 0..<end, using: &random)
        data.swapAt(place, other)
    }
    return data
}
