import MLX
import ModelPorted
import Testing

@Suite("What Python's built-in functions give")
struct PythonBuiltinsTests {
    @Test(
        "round with digits goes to the nearest number of so many decimals",
        arguments: [
            (2.675, 2, 2.67), (0.125, 2, 0.12), (2.5, 0, 2), (1234.5, -2, 1200), (1e300, 5, 1e300),
            (.infinity, 2, .infinity),
        ])
    func rounded(value: Double, digits: Int, expected: Double) {
        #expect(pythonRound(value, digits: digits) == expected)
    }

    @Test("A range goes in steps, backwards too")
    func range() {
        #expect(Array(pythonRange(0, 7, step: 3)) == [0, 3, 6])
        #expect(Array(pythonRange(3, 0, step: -2)) == [3, 1])
        #expect(Array(pythonRange(3, 0, step: 1)).isEmpty)
    }

    @Test("A range without a step is an error")
    func noStep() {
        #expect(throws: (any Error).self) { try withError { _ = pythonRange(0, 7, step: 0) } }
    }

    @Test("Elements are those of a list, a dictionary's keys and a string's characters")
    func elements() throws {
        #expect(try JSONValue.array([1, 2]).pythonElements() == [1, 2])
        #expect(try JSONValue.object(["a": 1]).pythonElements() == ["a"])
        #expect(try JSONValue.string("ab").pythonElements() == ["a", "b"])
        #expect(try JSONValue.string("ab").pythonCount() == 2)
        #expect(throws: PythonFailure.self) { try JSONValue.int(3).pythonCount() }
    }
}
