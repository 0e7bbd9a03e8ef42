import Testing

@testable import Compiler

@Suite("Sizes of which an error says that they should be one")
struct SizesApartTests {
    @Test(
        "are those of two shapes that differ, unless they are as small as counts",
        arguments: [
            ("Shapes (1,16,40) and (16,32) cannot be broadcast.", [SizesApart(one: 32, other: 40)]),
            ("Shapes (1,13,64) and (1,13,2) cannot be broadcast.", []),
            ("Cannot squeeze axis 2 with size 2.", []),
        ])
    func told(message: String, expected: [SizesApart]) {
        #expect(SizesApart.told(by: message) == expected)
    }
}
