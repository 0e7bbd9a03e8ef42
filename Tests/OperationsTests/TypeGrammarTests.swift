import Testing

@testable import Operations

@Suite("The tables' notation for types and signatures")
struct TypeGrammarTests {
    @Test(
        "A type reads as it is written",
        arguments: [
            ("array", PythonType.array), ("int", .integer), ("float", .float), ("bool", .boolean),
            ("str", .string), ("dtype", .dtype), ("None", .none), ("json", .json),
            ("any", .unknown), ("KVCache", .library("KVCache")), ("array?", .optional(.array)),
            ("[int]", .list(.integer)), ("[[int]?]", .list(.optional(.list(.integer)))),
            ("(array, array)", .tuple([.array, .array])), ("()", .tuple([])),
            ("{str: array}", .dictionary(key: .string, value: .array)),
            ("(array) -> array", .function(parameters: [.array], result: .array)),
            (" ( int , [ str ] ) ", .tuple([.integer, .list(.string)])),
        ])
    func types(_ text: String, _ expected: PythonType) throws {
        #expect(try TypeGrammar.type(text) == expected)
    }

    @Test(
        "A type is written as it is read",
        arguments: ["array?", "[int]", "(array, int)", "{str: [float]}"])
    func descriptions(_ text: String) throws {
        #expect(try TypeGrammar.type(text).description == text)
    }

    @Test(
        "A malformed type is an error",
        arguments: ["", "[int", "(int", "{str}", "{str: int", "int int", "]"])
    func malformedTypes(_ text: String) {
        #expect(throws: TableError.self) { try TypeGrammar.type(text) }
    }

    @Test("A signature keeps names, types, defaults and kinds in order")
    func signature() throws {
        let parameters = try TypeGrammar.parameters(
            "a: array, /, *axes: int, scale: float = (1, 2), *, keep: bool = False")
        #expect(parameters.map(\.name) == ["a", "axes", "scale", "keep"])
        #expect(parameters.map(\.type) == [.array, .integer, .float, .boolean])
        #expect(parameters.map(\.defaultValue) == [nil, nil, "(1, 2)", "False"])
        #expect(parameters.map(\.isVariadic) == [false, true, false, false])
        #expect(parameters.map(\.isKeywordOnly) == [false, false, true, true])
    }

    @Test("A signature without parameters is empty", arguments: ["", "  "])
    func emptySignature(_ text: String) throws {
        #expect(try TypeGrammar.parameters(text).isEmpty)
    }

    @Test(
        "A malformed signature is an error", arguments: ["a b", "a: , b", ": int", "a: int b: int"])
    func malformedSignatures(_ text: String) {
        #expect(throws: TableError.self) { try TypeGrammar.parameters(text) }
    }
}
