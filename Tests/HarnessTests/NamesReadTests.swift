import Harness
import Testing

@Suite("The names that a statement reads")
struct NamesReadTests {
    let sources = [
        "a.py": """
        def f(self, x):
            scale = x.shape[-1] ** -0.5
            y = mx.where(
                mask == 0,  # not z
                self.weight,
                x,
            )
            return y * scale
        """
    ]

    @Test("are those behind the assignment, up to the end of its brackets")
    func names() throws {
        #expect(namesRead(at: "a.py:2:5", in: sources) == ["x", "shape"])
        let several = try #require(namesRead(at: "a.py:3:5", in: sources))
        #expect(several == ["mx", "where", "mask", "self.weight", "x"])
        #expect(namesRead(at: "a.py:8:5", in: sources)?.contains("scale") == true)
    }

    @Test(
        "are not known without the text", arguments: ["b.py:1:1", "a.py:99:1", "a.py", "a.py:0:1"])
    func unknown(place: String) {
        #expect(namesRead(at: place, in: sources) == nil)
    }
}
