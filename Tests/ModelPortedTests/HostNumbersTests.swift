import ModelPorted
import Testing

@Suite("Numbers at equal distances")
struct EvenlySpacedTests {
    @Test("are those of NumPy's linspace, the last one exactly the end")
    func numbers() throws {
        #expect(
            try evenlySpaced(0, 0.3, count: 4) == [
                0, 0.09999999999999999, 0.19999999999999998, 0.3,
            ])
        #expect(try evenlySpaced(1, 2, count: 4, endpoint: false) == [1, 1.25, 1.5, 1.75])
        #expect(try evenlySpaced(0, 0.1, count: 1) == [0])
        #expect(try evenlySpaced(3, 4, count: 0).isEmpty)
        #expect(try evenlySpaced(0, 1).count == 50)
    }

    @Test("keep a distance that is too small to be a number of its own")
    func smallDistance() throws {
        let end = Double.leastNonzeroMagnitude
        #expect(try evenlySpaced(0, end, count: 4) == [0, 0, end, end])
    }

    @Test("are refused in a negative number")
    func negativeCount() {
        #expect(throws: PythonFailure.self) { try evenlySpaced(0, 1, count: -1) }
    }
}
