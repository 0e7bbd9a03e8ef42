import FileFormats
import Foundation
import Testing

@testable import TraceDiff

/// The expected bytes were made by the `gzip` module of Python.
@Suite("A compressed trace")
struct GzipTests {
    func unpack(_ base64: String, limit: Int = Gzip.limit) throws -> String {
        let data = try #require(Data(base64Encoded: base64))
        return String(decoding: try Gzip.unpack(data, limit: limit), as: UTF8.self)
    }

    static let stored = "H4sIAAAAAAAEAwEQAO//c3RvcmVkIGFzIGl0IGlzCjxCVQ8QAAAA"
    static let fixed = "H4sIAAAAAAACA0tMSk5EQlwATdPbfRAAAAA="
    static let dynamic = """
        H4sIAAAAAAACA02WS47cMAxE9znFHEEk9T1QAgQIkvvvomaxSrNrt23pmb+nP7///vxqX/9+fbUf\
        fz6/7fPb8Ns/vzt+x+f3we+ez0xcjM+FD1zMz0XUnZWv1zv7czFrsfO52LWL5fbWCAAC592EsF5v\
        WmDvWtWAcmpHAwxpbIKNdxPIN99NpHCufMDOb0+qTipPqt55F6HZ9a4n1fBa2ZNqrNrXk2qSypNq\
        6m5SLb2bVEsrI1TcN5LqkCqS6pA5EKvGTwoEq/GLA9EyBiQGQk2ymLhmOCPRLBjt2JULrp9wNpir\
        jkxO4nWkcjLTHXyLZdDBt1kjvbLJAupIZyNfRz6NpdeRUG98P/k8GtdPPu+t9h8N9UC+kXw+dT/5\
        fPH9ESgYrj+Sz49KP/lCfAPlb+QfqyqM76Pigt8/UHKd8ZkNJUi+mXyxGN+ZfLEZ/5l8cZif2VGz\
        zN9Mvq78zuTrwfxPdGhnfczk65P1M5OvL9bXQk+o/FbyjcbqXMk3jMW70BbB2l7oi87SX8k31Blr\
        om90P/nG0fsYIk3rHzQW998NQ4Z8O/nmIP92dB6/byff3Pz+nXyrMT57oDXJt5NvBeO70bqD8d/o\
        3cX87ORbh/k7DXOPfCf5tjP/x9HsGpPJtyfr5yTf3qyvMzANyHeS727H+8l3Ouv3bIwL1vdJvrOb\
        JjFHsYZxsxop75kaMp2rWKsxM7nPvVmDhyTWMGpMrPdx/OOhZzBu7nzROhg4Nqf2wsixLXuUPvyb\
        QMogIYeURHxII+URXzJJqcSPZAKbWDyfQCgWXUoxjkhZBVqxOBILzGLdppzWapCKGX6xm3o9U+Lb\
        rHaDZWwY+8EgGhvBjjG4xl5PGXRjY79nwDy/rQPmGW8vMM/HEzXc1f0G+9h631UCWl3fXgpaLz4l\
        oXUUw9LQfnEuEV0x6Bkw75evktFp72hwSh/KewnpaKJaKem8+oGUbn2rxqAlb68OISZvS7VaavpW\
        z5RTqOZLT/b6ogT1geY/UJS//ipJPUtZacpfn5aowrROqSrU61ayiiUe6OrqUMwQlvfQd0FZ3jVz\
        DNK6DlN8oC0fmls2S6wvzlCXD80+g7z8TmuuA3351Pw0CMxvsZAHCvP17UwH5jVUP9CYL81xg8j8\
        VpT2AvOWCwwyu6dBMUNnfuQTg9D8DPUFlHaHhHoHUruHAPXXqmPB60GILdp5z6w6Krx1cDi47NoL\
        xwOXXw2CuwcKMUNx4XK0QXIRpm+H5iL6O/mCObZiCNXFOysYZHdHnXIB3UXXecMgvBihnEJ5MXRm\
        sVOHmjefob17ClL9QHx3iKrGoL579FEdQn530qlWob/Yr54hwDvFVPNQYGyd4QwSvONZvQMNXqvf\
        /voPgl5KzBANAAA=
        """
    static let named = "H4sICAAAAAAC/3NvbWUgbmFtZQBLTEpOREJcAE3T230QAAAA"

    @Test("unpacks blocks of every kind")
    func blocks() throws {
        #expect(try unpack(Self.stored) == "stored as it is\n")
        #expect(try unpack(Self.fixed) == "abcabcabcabcabc\n")
        let lines = (0..<200).map { "line \($0) of \($0 * $0)\n" }.joined()
        #expect(try unpack(Self.dynamic) == lines)
        #expect(try unpack(Self.named) == "abcabcabcabcabc\n")
    }

    @Test("reads like any other")
    func committed() throws {
        let file = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Reference/llama/bfloat16-b1.trace.jsonl.gz").path
        let trace = try Trace(contentsOf: file)
        #expect(trace.header.family == "llama" && trace.header.dtype == "bfloat16")
        #expect(trace.records.count == trace.header.records)
        #expect(Comparison(reference: trace, candidate: trace).isIdentical)
    }

    @Test("never unpacks to more than the limit")
    func bomb() throws {
        #expect(throws: FormatError("it unpacks to more than 100 bytes")) {
            try unpack(Self.dynamic, limit: 100)
        }
    }

    @Test("that is cut off or damaged gives an error and no crash")
    func damaged() throws {
        let bytes = [UInt8](try #require(Data(base64Encoded: Self.dynamic)))
        for length in 2..<bytes.count {
            #expect(throws: FormatError.self) { try Gzip.unpack(Data(bytes[..<length])) }
        }
        // A few bits carry nothing, such as those after the last code: then the text is the same.
        let text = try Gzip.unpack(Data(bytes))
        for index in 10..<bytes.count {
            var changed = bytes
            changed[index] ^= 1 << (index % 8)
            let result = try? Gzip.unpack(Data(changed), limit: 100_000)
            #expect(result == nil || result == text)
        }
        let message = #expect(throws: TraceError.self) {
            try Trace(Data(bytes.dropLast(9)), file: "a.gz")
        }
        #expect(
            message?.description == "a.gz: corrupt trace: compressed data: it ends too early")
    }
}
