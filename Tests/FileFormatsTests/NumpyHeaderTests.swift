import Foundation
import Testing

@testable import FileFormats

@Suite("Headers of npy files")
struct NumpyHeaderTests {
    private func read(_ header: String, values: Int = 64, version: UInt8 = 1) throws -> NumpyHeader
    {
        var data = Data([0x93] + "NUMPY".utf8 + [version, 0])
        let length = header.utf8.count
        data += [UInt8(length & 0xFF), UInt8(length >> 8)] + (version == 1 ? [] : [0, 0])
        return try NumpyHeader(ByteSource(data + Data(header.utf8) + Data(count: values)))
    }

    private func text(_ descriptor: String, _ shape: String, fortran: String = "False") -> String {
        "{'descr': '\(descriptor)', 'fortran_order': \(fortran), 'shape': \(shape), }     \n"
    }

    @Test(
        "as NumPy and MLX write them",
        arguments: [
            ("()", []), ("(3,)", [3]), ("(2, 3)", [2, 3]), ("(2, 3, )", [2, 3]), ("(3, )", [3]),
            ("(0, 4294967)", [0, 4_294_967]),
        ])
    func shapes(text shape: String, expected: [Int]) throws {
        let header = try read(text("<f4", shape))
        #expect(header.shape == expected)
        #expect(header.bytes.count == 4 * expected.reduce(1, *))
        #expect(!header.isFortranOrder)
        #expect(try read(text("<f4", shape, fortran: "True"), version: 2).isFortranOrder)
        let written = "{'descr': '<V2', 'fortran_order': True, 'shape': \(shape)}   \n"
        #expect(try read(written).shape == expected)
    }

    @Test("that are malformed or lie are refused")
    func faults() {
        func cause(_ header: String, values: Int = 64, version: UInt8 = 1) -> String {
            failure { try read(header, values: values, version: version) }
        }
        #expect(cause(text("<f4", "(17,)")).hasPrefix("it is truncated: values of shape [17]"))
        #expect(cause(text("<f3", "(1,)")) == "the dtype \"<f3\" is not supported")
        #expect(cause(text("|O8", "(1,)")) == "the dtype \"|O8\" is not supported")
        #expect(cause(text(">c8", "(1,)")).hasPrefix("complex numbers in big-endian"))
        #expect(cause(text("<c16", "(1,)")).hasPrefix("its header is not what NumPy writes"))
        #expect(cause(text("<f4", "(2,3)")).hasPrefix("its header is not what NumPy writes"))
        #expect(cause(text("<f4", "(-1,)")).hasPrefix("its header is not what NumPy writes"))
        #expect(cause(text("<f4", "(4294967296,)")).hasSuffix("is impossible"))
        #expect(cause(text("<f4", "(99999999999999999999,)")).hasSuffix("is impossible"))
        #expect(
            cause(text("<f4", "(2147483647, 2147483647, 2147483647)")).hasSuffix("is impossible"))
        #expect(cause("").hasPrefix("its header is not what NumPy writes"))
        #expect(cause(text("<f4", "(1,)"), version: 3).hasPrefix("version 3"))
        #expect(failure { try NumpyHeader(ByteSource(Data())) } == "it is not an npy file")
    }
}
