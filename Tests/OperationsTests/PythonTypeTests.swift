import Operations
import Testing

@Suite("The smallest type that holds two")
struct PythonTypeTests {
    @Test(
        "Types join to the one that holds the values of both, from either side",
        arguments: [
            (PythonType.integer, PythonType.integer, PythonType.integer),
            (.unknown, .array, .array),
            (.none, .array, .optional(.array)),
            (.none, .optional(.array), .optional(.array)),
            (.optional(.integer), .float, .optional(.float)),
            (.integer, .float, .float),
            (.integer, .boolean, .integer),
            (.list(.unknown), .list(.string), .list(.string)),
            (.list(.integer), .none, .optional(.list(.integer))),
            (.array, .string, .mask),
            (.mask, .none, .mask),
            (
                .tuple([.integer, .none]), .tuple([.float, .array]),
                .tuple([.float, .optional(.array)])
            ),
            (
                .dictionary(key: .unknown, value: .unknown),
                .dictionary(key: .string, value: .array),
                .dictionary(key: .string, value: .array)
            ),
        ])
    func joined(_ left: PythonType, _ right: PythonType, _ expected: PythonType) {
        #expect(left.joined(with: right) == expected)
        #expect(right.joined(with: left) == expected)
    }

    @Test(
        "Types without a common one do not join",
        arguments: [
            (PythonType.string, PythonType.integer), (.list(.integer), .array),
            (.instance("a.A"), .instance("a.B")),
            (.tuple([.integer]), .tuple([.integer, .integer])),
            (.dtype, .integer),
        ])
    func apart(_ left: PythonType, _ right: PythonType) {
        #expect(left.joined(with: right) == nil)
        #expect(right.joined(with: left) == nil)
    }

    @Test("Adding None twice adds it once")
    func optional() {
        #expect(PythonType.array.madeOptional.madeOptional == .optional(.array))
        #expect(PythonType.optional(.array).unwrapped == .array)
        #expect(PythonType.mask.madeOptional == .mask)
        #expect(PythonType.none.isOptional)
    }
}
