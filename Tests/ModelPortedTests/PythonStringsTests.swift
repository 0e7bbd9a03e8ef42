import MLX
import ModelPorted
import Testing

@Suite("Methods of Python's strings")
struct PythonStringsTests {
    @Test("Characters at either end are stripped, in any order")
    func stripping() {
        #expect("anyres_max_9".stripping("anyres_max_") == "9")
        #expect("xyabyx".stripping("xy") == "ab")
        #expect("xyx".stripping("xy") == "")
        #expect("ab".stripping("") == "ab")
    }

    @Test("A text is an integer in a forward pass, or a failure of the engine")
    func numbers() {
        #expect(wholeNumber(" 12 ") == 12)
        #expect(throws: (any Error).self) { try withError { _ = wholeNumber("twelve") } }
    }
}
