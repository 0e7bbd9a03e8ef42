import MLX
import ModelPorted
import Testing

@Suite("Values are taken apart as Python takes them apart")
struct PythonUnpackingTests {
    @Test("A list has as many elements as there are names, or is an error")
    func lists() throws {
        #expect(try [3, 4].unpacked(2) == [3, 4])
        #expect(
            throws: PythonFailure.raised(
                "ValueError", "too many values to unpack (expected 2)")
        ) { try [3, 4, 5].unpacked(2) }
        #expect(
            throws: PythonFailure.raised(
                "ValueError", "not enough values to unpack (expected 2, got 1)")
        ) { try [3].unpacked(2) }
    }

    @Test("An array has as many parts along its first axis as there are names, or is an error")
    func arrays() throws {
        let array = MLXArray([1, 2, 3, 4] as [Int32], [2, 2])
        #expect(try array.unpacked(2).map { $0.asArray(Int.self) } == [[1, 2], [3, 4]])
        #expect(array.unpackedParts(2)[1].asArray(Int.self) == [3, 4])
        #expect(
            throws: PythonFailure.raised(
                "ValueError", "not enough values to unpack (expected 3, got 2)")
        ) { try array.unpacked(3) }
        #expect(throws: (any Error).self) { try withError { _ = array.unpackedParts(3) } }
    }

    @Test("Rows of lists and of arrays are tuples of two, three or four")
    func rows() {
        #expect([[1, 2], [3, 4]].pairs.map { $0.0 * $0.1 } == [2, 12])
        #expect([[1, 2, 3]].triples.map { $0.0 + $0.1 + $0.2 } == [6])
        let array = MLXArray([1, 2, 3, 4, 5, 6, 7, 8] as [Int32], [2, 4])
        let sums = array.quadruples.map { ($0.0 + $0.1 + $0.2 + $0.3).item(Int.self) }
        #expect(sums == [10, 26])
    }

    @Test("A row of another length is a failure of the engine")
    func wrongRows() throws {
        #expect(throws: (any Error).self) {
            try withError { _ = [[1, 2, 3], [4, 5]].triples }
        }
        #expect(throws: (any Error).self) {
            try withError { _ = MLXArray([1, 2] as [Int32], [1, 2]).triples }
        }
    }
}
