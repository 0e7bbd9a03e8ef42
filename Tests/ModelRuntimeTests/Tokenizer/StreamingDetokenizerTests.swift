import Testing

@testable import ModelRuntime

@Suite("Streaming detokenizers never show half a character")
struct StreamingDetokenizerTests {
    /// One token for each byte.
    private func bytes(_ text: String, trimsLeadingSpace: Bool = false) throws -> [String] {
        var detokenizer = ByteDetokenizer(trimsLeadingSpace: trimsLeadingSpace) { [UInt8($0)] }
        var pieces = try text.utf8.map { try detokenizer.append(Int($0)) }
        pieces.append(detokenizer.finish())
        return pieces
    }

    @Test("every byte border", arguments: ["plain", "naïve", "日本語", "🙂👩‍👩‍👧", "a\u{301}ñ", ""])
    func byteBorders(text: String) throws {
        let pieces = try bytes(text)
        #expect(pieces.joined() == text)
        #expect(!pieces.contains { $0.contains("\u{FFFD}") })
    }

    @Test func aCharacterAppearsWithItsLastByte() throws {
        #expect(try bytes("€x") == ["", "", "€", "x", ""])
    }

    @Test func anIncompleteCharacterBecomesAReplacementAtTheEnd() throws {
        var detokenizer = ByteDetokenizer(trimsLeadingSpace: false) { [UInt8($0)] }
        #expect(try detokenizer.append(0xE2) == "")
        #expect(try detokenizer.append(0x82) == "")
        #expect(detokenizer.finish() == "\u{FFFD}")
    }

    @Test func bytesThatAreNoTextDoNotPileUp() throws {
        var detokenizer = ByteDetokenizer(trimsLeadingSpace: false) { [UInt8($0)] }
        #expect(try detokenizer.append(0xFF) == "\u{FFFD}")
        #expect(try detokenizer.append(0x80) == "\u{FFFD}")
        #expect(try detokenizer.append(0xE2) == "")
        #expect(try detokenizer.append(0x41) == "\u{FFFD}A")
    }

    @Test func oneSpaceAtTheBeginningMayNotCount() throws {
        #expect(try bytes("  a b", trimsLeadingSpace: true).joined() == " a b")
        #expect(try bytes("  a b").joined() == "  a b")
    }

    @Test func aWindowShowsWhatTokensMeanTogether() throws {
        // A vocabulary whose words are joined by spaces: no token's text is its own alone.
        let words = ["one", "two", "three", "four"]
        var detokenizer = WindowDetokenizer { $0.map { words[$0] }.joined(separator: " ") }
        let pieces = try [0, 1, 2, 3].map { try detokenizer.append($0) }
        #expect(pieces == ["one", " two", " three", " four"])
        #expect(try detokenizer.finish() == "")
    }

    @Test func aWindowHoldsIncompleteCharactersAndDecodesFewTokens() throws {
        let text = Array("日本語のテキスト".utf8)
        final class Longest: @unchecked Sendable { var count = 0 }
        let longest = Longest()
        var detokenizer = WindowDetokenizer { tokens in
            longest.count = max(longest.count, tokens.count)
            return String(decoding: tokens.map { text[$0] }, as: UTF8.self)
        }
        var pieces = try text.indices.map { try detokenizer.append($0) }
        pieces.append(try detokenizer.finish())
        #expect(pieces.joined() == "日本語のテキスト")
        #expect(pieces.filter { !$0.isEmpty } == ["日", "本", "語", "の", "テ", "キ", "ス", "ト"])
        #expect(longest.count <= 6)
    }
}
