/// A line that is being edited: its characters and the place of the cursor.
public struct LineBuffer: Equatable, Sendable {
    /// The line.
    public private(set) var characters: [Character]
    /// How many characters are left of the cursor.
    public private(set) var cursor: Int

    /// A line with the cursor at its end.
    public init(_ text: String = "") {
        characters = Array(text)
        cursor = characters.count
    }

    /// The line as text.
    public var text: String { String(characters) }

    /// Puts text at the cursor.
    public mutating func insert(_ text: String) {
        // A mark that joins the character before it makes one with it.
        let (before, after) = (String(characters[..<cursor]) + text, characters[cursor...])
        characters = Array(before) + after
        cursor = characters.count - after.count
    }

    /// Takes away the character left of the cursor.
    public mutating func deleteBackward() {
        guard cursor > 0 else { return }
        cursor -= 1
        characters.remove(at: cursor)
    }

    /// Takes away the character at the cursor.
    public mutating func deleteForward() {
        guard cursor < characters.count else { return }
        characters.remove(at: cursor)
    }

    /// Takes away everything left of the cursor.
    public mutating func deleteToStart() {
        characters.removeFirst(cursor)
        cursor = 0
    }

    /// Takes away everything from the cursor on.
    public mutating func deleteToEnd() { characters.removeLast(characters.count - cursor) }

    /// Takes away the word left of the cursor and the space after it.
    public mutating func deleteWord() {
        let start = startOfWord
        characters.removeSubrange(start..<cursor)
        cursor = start
    }

    /// Moves the cursor one character.
    public mutating func moveLeft() { cursor = max(cursor - 1, 0) }

    /// Moves the cursor one character.
    public mutating func moveRight() { cursor = min(cursor + 1, characters.count) }

    /// Moves the cursor to the beginning.
    public mutating func moveToStart() { cursor = 0 }

    /// Moves the cursor to the end.
    public mutating func moveToEnd() { cursor = characters.count }

    /// Moves the cursor to the beginning of the word.
    public mutating func moveWordLeft() { cursor = startOfWord }

    /// Moves the cursor behind the word.
    public mutating func moveWordRight() {
        while cursor < characters.count, characters[cursor].isWhitespace { cursor += 1 }
        while cursor < characters.count, !characters[cursor].isWhitespace { cursor += 1 }
    }

    private var startOfWord: Int {
        var start = cursor
        while start > 0, characters[start - 1].isWhitespace { start -= 1 }
        while start > 0, !characters[start - 1].isWhitespace { start -= 1 }
        return start
    }
}
