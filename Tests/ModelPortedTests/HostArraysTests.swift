import MLX
import ModelPorted
import Testing

@Suite("NumPy's arrays are those of the engine")
struct HostArraysTests {
    @Test("Places where an array is not zero are counted along each axis")
    func places() {
        let array = MLXArray([0, 1, 2, 0, 0, 3] as [Int32], [2, 3])
        let places = nonzeroIndices(array)
        #expect(places.map { $0.asArray(Int.self) } == [[0, 0, 1], [1, 2, 2]])
        #expect(places.allSatisfy { $0.dtype == .int64 })
    }

    @Test("A list of whole numbers is int64, one without elements what NumPy makes of it")
    func lists() {
        #expect(hostArray([3, 4]).dtype == .int64)
        #expect(hostArray([]).dtype == .float32)
    }

    @Test("Each element is there as often as its count says")
    func repeated() {
        let array = MLXArray(int64: [5, 6, 7])
        #expect(repeatedEach(array, [2, 0, 1]).asArray(Int.self) == [5, 5, 7])
        #expect(repeatedEach(array, [2]).asArray(Int.self) == [5, 5, 6, 6, 7, 7])
        #expect(repeatedEach(array, [0, 0, 0]).shape == [0])
        #expect(repeatedEach(array, [2, 0, 1]).dtype == .int64)
    }

    @Test(
        "Counts that do not fit are a failure of the engine",
        arguments: [[1, 2], [1, -1, 0], []])
    func wrongCounts(counts: [Int]) {
        #expect(throws: (any Error).self) {
            try withError { _ = repeatedEach(MLXArray(int64: [5, 6, 7]), counts) }
        }
    }
}
