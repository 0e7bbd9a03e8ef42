import MLX
import ModelPorted
import Testing

@Suite("Errors are the exceptions that Python would have raised")
struct PythonExceptionsTests {
    @Test("A handler takes what it names, and nothing else")
    func handlers() {
        #expect(PythonError.zeroDivision.isPython("ZeroDivisionError"))
        #expect(PythonError.notInList("x").isPython("IndexError", "ValueError"))
        #expect(PythonError.negative(-1).isPython("ValueError"))
        #expect(!PythonError.notInList("x").isPython("IndexError"))
        #expect(PythonFailure.raised("RuntimeError", "").isPython("RuntimeError"))
        #expect(!PythonFailure.raised("RuntimeError", "").isPython("ValueError"))
        #expect(PythonFailure.assertion("x").isPython("AssertionError"))
        #expect(!PythonFailure.missing("x").isPython("ValueError"))
    }

    @Test("Infinity, NaN and numbers beyond 64 bits are no integers for different reasons")
    func noIntegers() {
        #expect(PythonError.notAnInteger(.nan).isPython("ValueError"))
        #expect(PythonError.notAnInteger(.infinity).isPython("OverflowError"))
        #expect(!PythonError.notAnInteger(1e30).isPython("ValueError", "OverflowError"))
    }

    @Test("An element is counted from either end, and is an error beyond them")
    func elements() throws {
        #expect(try [1, 2, 3].element(at: 2) == 3)
        #expect(try [1, 2, 3].element(at: -3) == 1)
        #expect(throws: PythonError.outOfRange(3)) { try [1, 2, 3].element(at: 3) }
        #expect(throws: PythonError.outOfRange(-4)) { try [1, 2, 3].element(at: -4) }
        #expect(PythonError.outOfRange(3).isPython("IndexError"))
    }

    @Test("In a forward pass an element beyond a list's ends is an error that is reported later")
    func reportedElements() throws {
        let list = [MLXArray(1), MLXArray(2)]
        #expect(list.reportedElement(at: -2).item(Int.self) == 1)
        #expect(throws: (any Error).self) { try withError { eval(list.reportedElement(at: 2)) } }
    }

    @Test("An entry that is taken out is gone; what is no dictionary has none")
    func removal() {
        var scaling: RoPEScaling = ["type": "linear", "factor": 2]
        #expect(scaling.removeValue(forKey: "factor") == 2)
        #expect(scaling == ["type": "linear"])
        #expect(scaling.removeValue(forKey: "factor") == nil)
        var value: JSONValue = ["a": ["b": 1.5]]
        #expect(value.removeValue(forKey: "a") == ["b": 1.5])
        #expect(value == [:])
        var list: JSONValue = [1]
        #expect(list.removeValue(forKey: "a") == nil)
        #expect(list == [1])
    }
}
