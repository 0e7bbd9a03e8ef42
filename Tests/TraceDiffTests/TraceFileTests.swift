import Foundation
import Testing
import TraceDiff

@Suite("A trace file")
struct TraceFileTests {
    static let records = [
        record("", name: "Model"),
        record("layers.0", name: "Block.1", call: 2, shape: [], [.nan]),
        record("layers.1", [.infinity, -.infinity]),
        record("wörld \"quoted\" \\ \n \u{1}", kind: .line, name: "h"),
        record("layers.2", [1.5e-30, -0.1, 3.4e38]),
    ]

    @Test("reads back what was written")
    func roundTrip() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/a.trace.jsonl"
        try trace(Self.records).write(to: path)
        let read = try Trace(contentsOf: path)
        #expect(read.header.records == Self.records.count)
        #expect(read.records.map(\.encodedLine) == Self.records.map(\.encodedLine))
        #expect(read.records[1].sum.isNaN)
        #expect(read.records[2].max == .infinity)
    }

    @Test("has lines that Foundation's decoder reads, too", arguments: records)
    func decodable(record: TraceRecord) throws {
        let line = Data(record.encodedLine.utf8)
        let decoded = try JSONDecoder().decode(TraceRecord.self, from: line)
        #expect(decoded.encodedLine == record.encodedLine)
        let again = try JSONDecoder().decode(
            TraceRecord.self, from: JSONEncoder().encode(record))
        #expect(again.encodedLine == record.encodedLine)
    }

    @Test("may have its keys in any order, spaces, and keys that are not known")
    func otherSpelling() throws {
        let hash = String(repeating: "0a", count: 32)
        let line = """
            {"later": {"deep": [1, "x", null, {"a": true}]}, "hash":"\(hash)", "call": 3 ,
            """.trimmingCharacters(in: .newlines)
                + """
                 "kind":"module","path":"p\\u00e4th","source":"a.py:1:1","name":"N","run":"full",\
                "shape":[ 2 , 3 ],"dtype":"bfloat16","sum":-1e-3,"l2":"inf","min":"nan","max":2,\
                "checksum":"00000000000000ff"}
                """
        let text = trace([]).header.encodedLine + "\n" + line + "\r\n"
        let read = try Trace(Data(text.utf8), file: "x").records[0]
        #expect(read.path == "päth")
        #expect(read.shape == [2, 3])
        #expect(read.sum == -0.001)
        #expect(read.l2 == .infinity && read.min.isNaN && read.max == 2)
        #expect(read.checksum?.value == 255)
        #expect(read.hash.description == hash)
    }

    @Test(
        "holds what its probes can see",
        arguments: [
            TraceProbes.modules, .lines, .classes(["Linear", "RMSNorm"]), .classes([]),
        ])
    func probes(probes: TraceProbes) throws {
        let text = trace([], probes: probes).encoded()
        #expect(try Trace(Data(text.utf8), file: "x").header.probes == probes)
    }
}

@Suite("A file that is no good trace gives one message with file and line")
struct BadTraceFileTests {
    static let good = trace([record("a"), record("b")]).encoded()

    func message(_ text: String) -> String {
        do {
            _ = try Trace(Data(text.utf8), file: "t.jsonl")
            return "no error"
        } catch {
            return error.description
        }
    }

    @Test("when it is not there, or a folder")
    func absent() throws {
        #expect(throws: TraceError(file: "/no/such", .file("no such file"))) {
            try Trace(contentsOf: "/no/such")
        }
        #expect(throws: TraceError(file: "/tmp", .file("a folder, not a trace file"))) {
            try Trace(contentsOf: "/tmp")
        }
    }

    @Test(
        "when it is something else",
        arguments: [
            "", "\n", "hello\nworld\n", "{\"a\": 1}\n", "[1, 2]\n", "\u{0}\u{1}\u{2}",
            "{\"run\":\"prefill\"}\n",
        ])
    func foreign(text: String) {
        #expect(message(text).contains("not a trace: "))
    }

    @Test("when its format is older or newer")
    func otherFormat() {
        let newer = Self.good.replacing("{\"trace\":1", with: "{\"trace\":2")
        #expect(
            message(newer)
                == "t.jsonl:1: written in format 2, newer than format 1 that this version reads; "
                + "update mlx-port")
        let older = Self.good.replacing("{\"trace\":1", with: "{\"trace\":0")
        #expect(message(older).hasPrefix("t.jsonl:1: written in format 0, older than format 1"))
    }

    @Test("wherever it is cut off")
    func truncated() {
        let bytes = Array(Self.good.utf8)
        for length in 1..<bytes.count {
            let text = String(decoding: bytes[..<length], as: UTF8.self)
            let message = message(text)
            #expect(
                message.contains("truncated trace") || message.contains("not a trace"),
                "cut at \(length): \(message)")
        }
    }

    @Test(
        "when a line is damaged",
        arguments: [
            ("\"call\":0", "\"call\":0.5", "column"),
            ("\"call\":0", "\"call\":", "expected an integer"),
            ("\"kind\":\"module\"", "\"kind\":\"layer\"", "unknown kind \"layer\""),
            ("\"shape\":[3]", "\"shape\":[-3]", "impossible extent -3"),
            ("\"shape\":[3]", "\"shape\":[9223372036854775807,3]", "impossible extent"),
            ("\"sum\":6.0", "\"sum\":nan", "expected a number"),
            ("\"sum\":6.0", "\"sum\":\"six\"", "expected a number"),
            ("\"sum\":6.0", "\"sum\":1e999", "expected a number"),
            ("\"sum\":6.0,", "", "\"sum\" is missing"),
            ("\"checksum\":\"", "\"checksum\":\"x", "16 hexadecimal digits"),
            ("\"hash\":\"", "\"hash\":\"0", "64 hexadecimal digits"),
            ("\"path\":\"a\"", "\"path\":\"a", "expected"),
            ("\"path\":\"a\"", "\"path\":\"\\x\"", "bad escape"),
            ("{\"run\"", "[\"run\"", "expected an object"),
        ])
    func corrupt(part: String, replacement: String, cause: String) throws {
        var text = Self.good
        text.replaceSubrange(try #require(text.range(of: part)), with: replacement)
        let message = message(text)
        #expect(message.hasPrefix("t.jsonl:2: corrupt trace: "))
        #expect(message.contains(cause), "\(message)")
    }

    @Test("when the header lacks a key or has a wrong one")
    func header() {
        let lacking = Self.good.replacing("\"family\":\"llama\",", with: "")
        #expect(
            message(lacking) == "t.jsonl:1: corrupt trace: header: the key \"family\" is missing")
        let wrong = Self.good.replacing("\"batch\":1", with: "\"batch\":\"one\"")
        #expect(
            message(wrong)
                == "t.jsonl:1: corrupt trace: header: the key \"batch\" has the wrong type")
        let probes = Self.good.replacing("\"probes\":\"modules\"", with: "\"probes\":\"all\"")
        #expect(message(probes).contains("probes is \"all\""))
    }

    @Test("whatever bytes are changed: never a crash")
    func mutations() {
        let bytes = Array(Self.good.utf8)
        for index in stride(from: 0, to: bytes.count, by: 3) {
            for value: UInt8 in [0, 0x22, 0x5C, 0x7B, 0x39, 0xFF] {
                var changed = bytes
                changed[index] = value
                _ = try? Trace(Data(changed), file: "t")
            }
        }
    }

    @Test("whatever is cut out, doubled, moved or put in, compressed or not; else it is compared")
    func fuzz() throws {
        let plain = Array(Self.good.utf8)
        let committed = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Reference/mamba2/bfloat16-b1.trace.jsonl.gz")
        let compressed = Array(try Data(contentsOf: committed))
        let whole = try Trace(Data(plain), file: "good")
        var numbers = SeededNumbers(state: 11)
        var (read, refused) = (0, 0)
        for round in 0..<1200 {
            let isCompressed = round % 3 == 0
            let bytes = (isCompressed ? compressed : plain).mutated(&numbers)
            do throws(TraceError) {
                let trace = try Trace(Data(bytes), file: "some/file")
                read += 1
                // What can be read can be compared and reported, whatever it says.
                let comparison = Comparison(reference: whole, candidate: trace)
                if !isCompressed {
                    _ = TerminalReport().render(comparison) + HTMLReport().render(comparison)
                    _ = try? JSONReport(comparison).render()
                    for entry in comparison.entries { _ = comparison.causes(of: entry) }
                }
            } catch {
                refused += 1
                #expect(error.description.hasPrefix("some/file"))
                #expect(!error.description.contains("\n"))
            }
        }
        #expect(refused > 600 && read > 50, "\(refused) refused, \(read) read")
    }

    @Test("when nesting would exhaust the stack")
    func nesting() {
        let line = "{\"x\":" + String(repeating: "[", count: 200_000)
        let text = trace([]).header.encodedLine + "\n" + line + "\n"
        #expect(message(text).contains("nested too deeply"))
    }
}
