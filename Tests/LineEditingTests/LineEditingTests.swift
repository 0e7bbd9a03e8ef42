import Testing

@testable import LineEditing

/// The keys of bytes.
private func keys(_ bytes: [UInt8]) -> [Key] {
    var rest = bytes[...]
    var keys: [Key] = []
    while let key = readKey({ rest.popFirst() }) { keys.append(key) }
    return keys
}

@Suite("Keys from bytes")
struct KeyTests {
    @Test(
        "each sequence is a key",
        arguments: [
            ("a", [Key.text("a")]), ("ä日🙂", [.text("ä"), .text("日"), .text("🙂")]),
            ("\r", [.enter]), ("\n", [.enter]), ("\u{7F}\u{8}", [.backspace, .backspace]),
            ("\u{1}\u{5}", [.control("a"), .control("e")]),
            ("\u{1B}[A\u{1B}[B\u{1B}[C\u{1B}[D", [.up, .down, .right, .left]),
            ("\u{1B}OA\u{1B}[H\u{1B}[F", [.up, .home, .end]),
            ("\u{1B}[1~\u{1B}[4~\u{1B}[3~", [.home, .end, .delete]),
            (
                "\u{1B}[1;5C\u{1B}[1;5D\u{1B}b\u{1B}f",
                [.wordRight, .wordLeft, .wordLeft, .wordRight]
            ),
            ("\u{1B}[200~x", [.unknown, .text("x")]), ("", []), ("\u{1B}[", []),
        ])
    func sequences(bytes: String, expected: [Key]) {
        #expect(keys(Array(bytes.utf8)) == expected)
    }
}

@Suite("A line is edited")
struct EditingTests {
    /// The line that keys lead to, with a bar for the cursor.
    private func line(_ bytes: String, history: [String] = []) -> String {
        var session = EditingSession(history: history)
        for key in keys(Array(bytes.utf8)) {
            #expect(session.handle(key) == .editing)
        }
        let line = session.line
        return String(line.characters[..<line.cursor]) + "|"
            + String(line.characters[line.cursor...])
    }

    @Test(
        "by keys",
        arguments: [
            ("Hallo\u{1B}[D\u{1B}[D\u{7F}l", "Hal|lo"), ("abc\u{1}x", "x|abc"),
            ("abc\u{1B}[H\u{1B}[3~", "|bc"), ("one two\u{17}", "one |"),
            ("one two  \u{17}", "one |"),
            ("abc\u{1B}[D\u{15}", "|c"), ("abc\u{1B}[D\u{B}", "ab|"),
            ("one two\u{1B}b\u{1B}b\u{1B}f", "one| two"), ("日本\u{1B}[D語", "日語|本"),
            ("e\u{301}x\u{7F}\u{7F}", "|"), ("ab\u{1B}[D\u{4}", "a|"),
            ("\u{7F}\u{1B}[3~\u{1B}[D", "|"),
        ])
    func editing(bytes: String, expected: String) {
        #expect(line(bytes) == expected)
    }

    @Test func theHistoryIsAtHandAndTheDraftIsKept() {
        let history = ["first", "second"]
        let up = "\u{1B}[A"
        let down = "\u{1B}[B"
        #expect(line("dra" + up, history: history) == "second|")
        #expect(line("dra" + up + up + up, history: history) == "first|")
        #expect(line("dra" + up + up + down + down + "ft", history: history) == "draft|")
        #expect(line(down, history: history) == "|")
    }

    @Test func keysThatEndALine() {
        var session = EditingSession()
        #expect(session.handle(.control("d")) == .ended)
        _ = session.handle(.text("x"))
        #expect(session.handle(.control("c")) == .interrupted)
        #expect(session.handle(.enter) == .entered("x"))
    }

    @Test(
        "columns of a terminal", arguments: [("abc", 3), ("日本", 4), ("🙂", 2), ("e\u{301}", 1)])
    func width(text: String, columns: Int) {
        #expect(text.terminalWidth == columns)
    }
}
