import Testing
import TraceDiff

@Suite("A place in a source")
struct SourcePlaceTests {
    @Test("is file, line and column")
    func parts() throws {
        let place = try #require(SourcePlace("llama/language.py:50:9"))
        #expect(place.file == "llama/language.py")
        #expect(place.line == 50)
        #expect(place.column == 9)
    }

    @Test(
        "is nothing else",
        arguments: ["", "a.py", "a.py:1", "a.py:0:1", ":1:1", "a.py:x:1", "a.py:1:", "a.py:1:2:3"])
    func others(text: String) {
        #expect(SourcePlace(text) == nil)
    }
}
