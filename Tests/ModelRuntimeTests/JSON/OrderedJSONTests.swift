import RuntimeTestSupport
import Testing

@testable import ModelRuntime

@Suite("JSON as Python reads and writes it")
struct OrderedJSONTests {
    private func parse(_ text: String, uniqueKeys: Bool = false) throws -> OrderedJSON {
        try OrderedJSON(parsing: text.utf8, file: "config.json", uniqueKeys: uniqueKeys)
    }

    @Test(
        "scalars keep their kind",
        arguments: [
            ("null", OrderedJSON.null), ("true", true), ("false", false), ("0", 0), ("-17", -17),
            ("1.0", 1.0), ("1e3", 1000.0), ("-2.5E-1", -0.25),
            ("9223372036854775807", 9_223_372_036_854_775_807),
            ("9223372036854775808", 9_223_372_036_854_775_808.0), (#""""#, ""), (#""aé😀""#, "aé😀"),
            ("Infinity", .double(.infinity)), ("-Infinity", .double(-.infinity)),
        ])
    func scalar(text: String, value: OrderedJSON) throws {
        #expect(try parse(text) == value)
        #expect(try parse(" \n\t" + text + "\r\n") == value)
    }

    @Test func notANumberIsANumber() throws {
        #expect(try parse("[NaN]").array?.first?.double?.isNaN == true)
    }

    @Test func objectsKeepTheirOrderAndTheLastOfEqualKeys() throws {
        let json = try parse(#"{"b": 1, "a": [1, {}], "b": 3}"#)
        #expect(json.object.map { Array($0.keys) } == ["b", "a"])
        #expect(json["b"] == 3)
        #expect(
            failure { try parse(#"{"b": 1, "b": 3}"#, uniqueKeys: true) }.contains(
                #""b" is repeated"#))
    }

    @Test(
        "escapes",
        arguments: [
            (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"), (#""A\u00e9""#, "Aé"),
            (#""\ud83d\ude00""#, "😀"), (#""\ud83d""#, "\u{FFFD}"), (#""\ud83dx""#, "\u{FFFD}x"),
            (#""\ude00\u0041""#, "\u{FFFD}A"),
        ])
    func escape(text: String, value: String) throws {
        #expect(try parse(text).string == value)
    }

    @Test(
        "faults name the file, the reason and the place",
        arguments: [
            ("", "the document ends early (line 1, column 1)"),
            ("{\n \"a\": 1,\n}", "expected a key in quotes (line 3, column 1)"),
            ("[1 2]", "expected ',' or ']' (line 1, column 4)"),
            ("{\"a\" 1}", "expected ':' (line 1, column 6)"),
            ("[01]", "malformed number (line 1, column 4)"),
            ("[1.]", "malformed number (line 1, column 4)"),
            ("[-]", "malformed number (line 1, column 3)"),
            ("nul", "unexpected character (line 1, column 1)"),
            ("\"abc", "a string is not closed (line 1, column 1)"),
            ("\"a\nb\"", "a control character in a string (line 1, column 3)"),
            (#""\x""#, "unknown escape in a string (line 1, column 4)"),
            (#""\u12g4""#, "malformed \\u escape (line 1, column 4)"),
            ("{} {}", "text after the document (line 1, column 4)"),
        ])
    func fault(text: String, message: String) {
        #expect(failure { try parse(text) } == "config.json is not valid JSON: \(message)")
    }

    @Test func textThatIsNoUnicodeIsRefused() {
        let bytes: [UInt8] = [0x22, 0xFF, 0x22]
        #expect(
            failure { try OrderedJSON(parsing: bytes, file: "x") }.contains("not valid UTF-8"))
    }

    @Test func deepDocumentsAreRefusedBeforeTheStackEnds() throws {
        let depth = 100_000
        #expect(failure { try parse(String(repeating: "[", count: depth)) }.contains("500 levels"))
        #expect(
            failure { try parse(String(repeating: #"{"a":"#, count: depth)) }.contains("500 levels")
        )
        let allowed = String(repeating: "[", count: 400) + String(repeating: "]", count: 400)
        _ = try parse(allowed)
    }

    @Test func textReadsBackAsTheSameValue() throws {
        let text = #"{"a":[1,2.5,-Infinity,NaN,null,true,"\"\\\u0001\n😀"],"b":{},"c":[]}"#
        let json = try parse(text)
        #expect(json.text() == text)
        #expect(try parse(json.text(indented: true)).text() == text)
        #expect(try parse(#"{"a":[1]}"#).text(indented: true) == "{\n  \"a\": [\n    1\n  ]\n}")
    }

    @Test func membersCanBeChanged() {
        var json: OrderedJSON = ["a": 1]
        json["b"] = "x"
        json["a"] = nil
        #expect(json == ["b": "x"])
    }
}
