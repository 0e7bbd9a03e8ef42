import EmbeddedPython
import Foundation
import Testing

@Suite("Values that cross between Swift and Python")
struct PythonConversionTests {
    let python: PythonInterpreter

    init() throws { python = try PythonInterpreter.shared }

    private func roundTrip<Value: PythonConvertible & PythonReadable>(
        _ value: Value
    ) throws -> Value {
        try value.pythonObject().converted()
    }

    @Test("integers", arguments: [0, -1, 42, Int.max, Int.min])
    func integers(value: Int) throws { #expect(try roundTrip(value) == value) }

    @Test("floating-point numbers", arguments: [0, -0.0, 0.1, .infinity, -1, 1e-300])
    func doubles(value: Double) throws {
        #expect(try roundTrip(value).bitPattern == value.bitPattern)
    }

    @Test("not a number") func notANumber() throws { #expect(try roundTrip(Double.nan).isNaN) }

    @Test("truth values", arguments: [true, false])
    func booleans(value: Bool) throws { #expect(try roundTrip(value) == value) }

    @Test("text", arguments: ["", "plain", "Grüße 漢字 🧮", "with\0zero", "e\u{301}"])
    func strings(value: String) throws {
        #expect(Array(try roundTrip(value).unicodeScalars) == Array(value.unicodeScalars))
        let length = value.unicodeScalars.count
        #expect(try value.pythonObject().count == length)
    }

    @Test("bytes", arguments: [[], [0, 255, 10]] as [[UInt8]])
    func bytes(value: [UInt8]) throws {
        let object = try Data(value).pythonObject()
        #expect(object.typeName == "bytes")
        #expect(try object.bytes() == value)
        #expect(try object.converted(to: Data.self) == Data(value))
    }

    @Test("the memory of any buffer")
    func buffer() throws {
        let object = try python.evaluate("__import__('array').array('H', [1, 256])")
        #expect(try object.bytes() == [1, 0, 0, 1])
        #expect(throws: PythonError.self) { try python.evaluate("12").bytes() }
    }

    @Test("nothing")
    func nothing() throws {
        #expect(try Int?.none.pythonObject().isNone)
        #expect(try python.evaluate("None").converted(to: Int?.self) == nil)
        #expect(try python.evaluate("3").converted(to: Int?.self) == 3)
    }

    @Test("nested arrays and dictionaries")
    func collections() throws {
        let value = ["a": [[1, 2], []], "b": []]
        #expect(try roundTrip(value) == value)
        #expect(try python.evaluate("{1: 'x'}").converted(to: [Int: String].self) == [1: "x"])
        #expect(try python.evaluate("(1, 2)").converted(to: [Int].self) == [1, 2])
        #expect(try PythonObject.tuple([1, "a"]).representation == "(1, 'a')")
    }

    @Test("a wrong type is a type error, not another value")
    func mismatches() throws {
        let expected = "TypeError: expected a bool, not int"
        #expect { try python.evaluate("1").converted(to: Bool.self) } throws: {
            "\($0)" == expected
        }
        #expect(throws: PythonError.self) { try python.evaluate("'1'").converted(to: Int.self) }
        #expect(throws: PythonError.self) { try python.evaluate("1.5").converted(to: Int.self) }
        #expect(throws: PythonError.self) { try python.evaluate("'x'").converted(to: Double.self) }
        #expect(throws: PythonError.self) { try python.evaluate("1").converted(to: String.self) }
        #expect(throws: PythonError.self) {
            try python.evaluate("'ab'").converted(to: [String].self)
        }
    }

    @Test("what does not fit is an error")
    func overflow() throws {
        #expect { try python.evaluate("2 ** 64").converted(to: Int.self) } throws: {
            ($0 as? PythonError)?.typeName == "OverflowError"
        }
        #expect { try python.evaluate("'\\ud800'").converted(to: String.self) } throws: {
            ($0 as? PythonError)?.typeName == "UnicodeEncodeError"
        }
    }
}
