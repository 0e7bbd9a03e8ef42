/// A key as a terminal sends it.
public enum Key: Equatable, Sendable {
    /// Text, one character as a rule.
    case text(String)
    case enter, backspace, delete, left, right, up, down, home, end, wordLeft, wordRight
    /// A letter with the control key.
    case control(Character)
    /// A sequence that stands for no key of use here.
    case unknown
}

/// Reads keys from bytes.
///
/// - Parameter next: the next byte, nil at the end of the input.
/// - Returns: the key, nil at the end of the input.
public func readKey(_ next: () -> UInt8?) -> Key? {
    guard let byte = next() else { return nil }
    switch byte {
    case 0x0D, 0x0A: return .enter
    case 0x7F, 0x08: return .backspace
    case 0x1B: return readEscape(next)
    case 0x09: return .text("\t")
    case 0x01...0x1A: return .control(Character(UnicodeScalar(byte + 0x60)))
    case 0x00..<0x20: return .unknown
    default: break
    }
    let length =
        switch byte {
        case 0xC2...0xDF: 2
        case 0xE0...0xEF: 3
        case 0xF0...0xF4: 4
        default: 1
        }
    var bytes = [byte]
    while bytes.count < length, let further = next() { bytes.append(further) }
    return .text(String(decoding: bytes, as: UTF8.self))
}

/// What follows the escape character: `[A` for an arrow, `[3~` for a key, `b` for a letter with Alt.
private func readEscape(_ next: () -> UInt8?) -> Key? {
    guard let introducer = next() else { return nil }
    switch introducer {
    case UInt8(ascii: "b"): return .wordLeft
    case UInt8(ascii: "f"): return .wordRight
    case 0x7F: return .control("w")
    case UInt8(ascii: "["), UInt8(ascii: "O"): break
    default: return .unknown
    }
    var parameters: [UInt8] = []
    while let byte = next() {
        guard (0x40...0x7E).contains(byte) else {
            parameters.append(byte)
            continue
        }
        let numbers = String(decoding: parameters, as: UTF8.self)
        // A 5 behind the semicolon is the control key, a 3 is Alt.
        let jumps = numbers.hasSuffix(";5") || numbers.hasSuffix(";3")
        switch (byte, numbers) {
        case (UInt8(ascii: "A"), _): return .up
        case (UInt8(ascii: "B"), _): return .down
        case (UInt8(ascii: "C"), _): return jumps ? .wordRight : .right
        case (UInt8(ascii: "D"), _): return jumps ? .wordLeft : .left
        case (UInt8(ascii: "H"), _), (UInt8(ascii: "~"), "1"), (UInt8(ascii: "~"), "7"):
            return .home
        case (UInt8(ascii: "F"), _), (UInt8(ascii: "~"), "4"), (UInt8(ascii: "~"), "8"): return .end
        case (UInt8(ascii: "~"), "3"): return .delete
        default: return .unknown
        }
    }
    return nil
}
