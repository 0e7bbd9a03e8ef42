import Foundation

/// The terminal while it passes each key on as it is pressed.
final class RawTerminal {
    private let before: termios
    /// Below the first of the rows that the line takes the cursor is, in rows.
    private var row = 0

    /// Takes the terminal over; nil if it cannot be.
    init?() {
        var settings = termios()
        guard tcgetattr(STDIN_FILENO, &settings) == 0 else { return nil }
        before = settings
        cfmakeraw(&settings)
        guard tcsetattr(STDIN_FILENO, TCSADRAIN, &settings) == 0 else { return nil }
    }

    /// Gives the terminal back as it was.
    func restore() {
        var settings = before
        tcsetattr(STDIN_FILENO, TCSADRAIN, &settings)
    }

    /// Waits for the next byte; nil at the end of the input.
    func readByte() -> UInt8? {
        var byte: UInt8 = 0
        while true {
            let count = read(STDIN_FILENO, &byte, 1)
            if count == 1 { return byte }
            guard count < 0, errno == EINTR else { return nil }
        }
    }

    /// Writes what a terminal understands.
    func write(_ text: String) {
        try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
    }

    /// Draws the line anew, over as many rows as it needs.
    func draw(_ prompt: String, _ line: LineBuffer) {
        var size = winsize()
        let columns =
            ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
            ? Int(size.ws_col) : 80
        let start = prompt.terminalWidth
        let whole = start + line.text.terminalWidth
        let cursor = start + String(line.characters[..<line.cursor]).terminalWidth
        var output = row > 0 ? "\u{1B}[\(row)A\r\u{1B}[J" : "\r\u{1B}[J"
        output += prompt + line.text
        // A full row leaves the cursor at its end until something follows.
        if whole > 0, whole.isMultiple(of: columns) { output += "\r\n" }
        let up = whole / columns - cursor / columns
        if up > 0 { output += "\u{1B}[\(up)A" }
        output += "\r"
        if cursor % columns > 0 { output += "\u{1B}[\(cursor % columns)C" }
        write(output)
        row = cursor / columns
    }
}

extension String {
    /// How many columns of a terminal the text takes: two for ideographs and pictures.
    var terminalWidth: Int {
        reduce(0) { width, character in
            guard let scalar = character.unicodeScalars.first else { return width }
            let isWide =
                scalar.properties.isEmojiPresentation
                || character.unicodeScalars.contains("\u{FE0F}")
                || wide.contains { $0.contains(scalar.value) }
            return width + (isWide ? 2 : 1)
        }
    }
}

/// The blocks whose characters take two columns (Unicode Standard Annex 11).
private let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
    0xA000...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFF60,
    0xFFE0...0xFFE6, 0x20000...0x3FFFD,
]
