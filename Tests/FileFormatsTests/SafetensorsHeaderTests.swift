import FileTestSupport
import Foundation
import Testing

@testable import FileFormats

@Suite("Safetensors headers are checked before the engine reads the file")
struct SafetensorsHeaderTests {
    private let folder = try! TemporaryFolder()

    private func read(_ header: String, values: Int = 16, claimedLength: UInt64? = nil) throws
        -> SafetensorsHeader
    {
        let bytes = safetensorsBytes(
            header: header, values: Data(count: values), claimedLength: claimedLength)
        return try SafetensorsHeader(folder.write("model.safetensors", bytes))
    }

    private func entry(_ dtype: String, _ shape: String, _ offsets: String) -> String {
        #"{"dtype":"\#(dtype)","shape":\#(shape),"data_offsets":\#(offsets)}"#
    }

    @Test func tensorsAreListedInTheOrderOfTheHeader() throws {
        let header = try read(
            #"{"__metadata__":{"format":"mlx"},"b":\#(entry("F32", "[2]", "[8,16]")),"#
                + #""a":\#(entry("BF16", "[1,4]", "[0,8]")),"e":\#(entry("F32", "[0]", "[3,3]"))}  "#
        )
        #expect(Array(header.tensors.keys) == ["b", "a", "e"])
        #expect(header.tensors["a"] == .init(dtype: "BF16", shape: [1, 4], bytes: 0..<8))
    }

    @Test(
        "faults of one tensor name the file, the tensor and the cause",
        arguments: [
            (
                #"{"dtype":"Q4","shape":[1],"data_offsets":[0,4]}"#,
                #"the dtype "Q4" is not supported"#
            ),
            (#"{"shape":[1],"data_offsets":[0,4]}"#, "it has no dtype"),
            (#"{"dtype":"F32","data_offsets":[0,4]}"#, "it has no shape"),
            (
                #"{"dtype":"F32","shape":[-1],"data_offsets":[0,4]}"#,
                "its shape holds something that is no dimension"
            ),
            (
                #"{"dtype":"F32","shape":[1.5],"data_offsets":[0,4]}"#,
                "its shape holds something that is no dimension"
            ),
            (
                #"{"dtype":"F32","shape":[4294967296],"data_offsets":[0,4]}"#,
                "its shape holds something that is no dimension"
            ),
            (#"{"dtype":"F32","shape":[1]}"#, "it has no pair of data_offsets"),
            (
                #"{"dtype":"F32","shape":[1],"data_offsets":[4,0]}"#,
                "the data_offsets [4, 0] are no range"
            ),
            (
                #"{"dtype":"F32","shape":[1],"data_offsets":[-4,0]}"#,
                "the data_offsets [-4, 0] are no range"
            ),
            (
                #"{"dtype":"F32","shape":[5],"data_offsets":[0,20]}"#,
                "its bytes end at 20, but the file holds 16 bytes of values"
            ),
            (
                #"{"dtype":"F32","shape":[2],"data_offsets":[0,4]}"#,
                "F32 values of shape [2] take 8 bytes, the data_offsets hold 4"
            ),
            (
                #"{"dtype":"F32","shape":[2147483647,2147483647,2147483647],"data_offsets":[0,4]}"#,
                "its shape is too large"
            ),
            ("7", "it has no dtype"),
        ])
    func tensorFault(entry: String, cause: String) {
        #expect(
            failure { try read(#"{"w":\#(entry)}"#) }
                == #"tensor "w": \#(cause)"#)
    }

    @Test func overlappingTensorsAreRefused() {
        let header =
            #"{"a":\#(entry("F32", "[2]", "[0,8]")),"b":\#(entry("F32", "[2]", "[4,12]"))}"#
        #expect(
            failure { try read(header) }
                == #"tensor "b": its bytes overlap those of "a""#)
    }

    @Test func aRepeatedNameIsRefused() {
        let header = #"{"a":\#(entry("F32", "[1]", "[0,4]")),"a":\#(entry("F32", "[1]", "[4,8]"))}"#
        #expect(failure { try read(header) }.contains(#"the key "a" is repeated"#))
    }

    @Test("lengths that lie", arguments: [0, 1, 19, 1 << 40, UInt64.max, 1 << 63])
    func lyingLength(claimed: UInt64) {
        let message = failure { try read("{}", values: 16, claimedLength: claimed) }
        #expect(message.hasPrefix("the header claims \(claimed) bytes"))
    }

    @Test func filesThatAreTooShortOrNoFiles() throws {
        #expect(
            failure { try SafetensorsHeader(folder.write("short.safetensors", "abc")) }
                == "it is not a safetensors file: it has 3 bytes, too few for a header"
        )
        #expect(
            failure { try SafetensorsHeader(folder.url) } == "it is not a regular file")
        #expect(
            failure { try SafetensorsHeader(folder.url.appendingPathComponent("absent")) }
                .hasPrefix("it cannot be opened"))
    }

    @Test func hundredsOfMutatedFilesGiveOneErrorOrASoundHeader() throws {
        var random = SeededGenerator(seed: 7)
        let original = safetensorsBytes([
            ("a.weight", [3, 4]), ("b.weight", [5]), ("c", [2, 2, 2]),
        ])
        let headerEnd = original.count - (12 + 5 + 8) * 4
        var refused = 0
        for index in 0..<600 {
            var bytes = original
            switch index % 4 {
            case 0: bytes.removeLast(Int.random(in: 1..<bytes.count, using: &random))
            case 1:
                bytes[Int.random(in: 0..<8, using: &random)] = UInt8.random(
                    in: 0...255, using: &random)
            case 2:
                for _ in 0..<Int.random(in: 1...4, using: &random) {
                    bytes[Int.random(in: 8..<headerEnd, using: &random)] =
                        UInt8.random(in: 0...255, using: &random)
                }
            default:
                let digits = (8..<headerEnd).filter { (0x30...0x39).contains(bytes[$0]) }
                bytes[digits.randomElement(using: &random)!] = UInt8.random(
                    in: 0x30...0x39, using: &random)
            }
            let file = try folder.write("mutated-\(index).safetensors", bytes)
            do throws(FormatError) {
                let header = try SafetensorsHeader(file)
                #expect(header.tensors.values.allSatisfy { $0.bytes.upperBound <= bytes.count })
            } catch {
                refused += 1
                #expect(!error.cause.contains("\n"))
            }
            try FileManager.default.removeItem(at: file)
        }
        #expect(refused > 400)
    }
}
