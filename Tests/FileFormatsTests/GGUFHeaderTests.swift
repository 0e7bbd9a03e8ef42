import FileTestSupport
import Foundation
import Testing

@testable import FileFormats

@Suite("Headers of GGUF files")
struct GGUFHeaderTests {
    private let folder = try! TemporaryFolder()

    private func read(_ data: Data) throws -> GGUFHeader {
        try GGUFHeader(folder.write("model.gguf", data))
    }

    /// The fault of a file with one tensor.
    private func fault(
        type: UInt32 = 0, _ shape: [UInt64], bytes: Int, offset: UInt64? = nil
    ) -> String {
        var file = GGUFBytes()
        file.add("w", type: type, shape: shape, Data(count: bytes), offset: offset)
        return failure { try read(file.data) }
    }

    @Test("list keys and tensors in the order of the file")
    func sound() throws {
        var file = GGUFBytes()
        file.add("general.name", "tiny")
        file.add("tokens", ["a", "b", ""])
        file.add("count", type: 4, Data([1, 0, 0, 0]))
        file.add("w", type: 0, shape: [2, 3], Data(count: 24))
        file.add("q", type: 8, shape: [2, 32], Data(count: 68))
        let header = try read(file.data)
        #expect(header.keys == ["general.name", "tokens", "count"])
        #expect(header.tensors.map(\.name) == ["w", "q"])
        #expect(header.tensors.map(\.shape) == [[2, 3], [2, 32]])
        #expect(header.tensors.map(\.bytes.count) == [24, 68])
        #expect(header.tensors[1].bytes.upperBound == file.data.count)
    }

    @Test("honour another alignment")
    func alignment() throws {
        var file = GGUFBytes()
        file.alignment = 64
        file.add("general.alignment", type: 4, Data([64, 0, 0, 0]))
        file.add("w", type: 0, shape: [1], Data(count: 4))
        #expect(try read(file.data).tensors[0].bytes.lowerBound % 64 == 0)
        var broken = GGUFBytes()
        broken.add("general.alignment", type: 4, Data([0, 0, 0, 0]))
        #expect(failure { try read(broken.data) } == "the alignment 0 is impossible")
    }

    @Test("that lie are refused")
    func faults() {
        #expect(fault([7], bytes: 24).hasPrefix("tensor \"w\": it is truncated"))
        #expect(fault([6], bytes: 24, offset: 32).hasPrefix("tensor \"w\": it is truncated"))
        #expect(fault([6], bytes: 24, offset: 1 << 62).hasPrefix("tensor \"w\": it is truncated"))
        #expect(fault([6], bytes: 24, offset: 1 << 63).hasPrefix("a tensor's offset cannot be"))
        #expect(fault([1 << 32], bytes: 4).hasSuffix("is impossible"))
        #expect(fault([1 << 30, 1 << 30, 1 << 30], bytes: 4).hasSuffix("is impossible"))
        #expect(fault([UInt64](repeating: 1, count: 9), bytes: 4).hasSuffix("has 9 dimensions"))
        #expect(fault(type: 4, [32], bytes: 32).hasSuffix("type 4 is not supported"))
        #expect(fault(type: 31, [32], bytes: 32).hasSuffix("type 31 is not supported"))
        #expect(fault(type: 8, [2, 16], bytes: 34).hasSuffix("no whole blocks of 32"))
        #expect(fault(type: 8, [], bytes: 34).hasSuffix("no whole blocks of 32"))

        var file = GGUFBytes()
        file.add("a", type: 0, shape: [4], Data(count: 16))
        file.add("b", type: 0, shape: [4], Data(count: 16), offset: 0)
        #expect(failure { try read(file.data) } == "the tensors \"a\" and \"b\" overlap")
        file.version = 1
        #expect(failure { try read(file.data) } == "version 1 of GGUF is not supported")
        file = GGUFBytes()
        file.add("x", type: 13, Data())
        #expect(failure { try read(file.data) } == "\"x\" has a value of unknown type 13")
        file = GGUFBytes()
        file.add("x", type: 9, Data([9, 0, 0, 0]) + Data(count: 8))
        #expect(failure { try read(file.data) }.contains("array of values of type 9"))
        #expect(failure { try read(Data("GGU".utf8)) } == "it is not a GGUF file")
    }

    @Test("of files that end too early are refused wherever that is")
    func truncated() throws {
        var file = GGUFBytes()
        file.add("tokens", ["a", "b"])
        file.add("w", type: 1, shape: [4], Data(count: 8))
        let data = file.data
        for count in 0..<data.count {
            #expect(throws: FormatError.self) { try read(data.prefix(count)) }
        }
    }
}
