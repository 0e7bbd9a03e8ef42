import LateLibraries
import Testing

@Suite("Libraries that are loaded when they are needed")
struct LateLibraryTests {
    @Test("a library that is not there is named, each time")
    func missing() {
        "liblate-nothing.so.7".withCString { file in
            var library = late_library(file: file, is_shared: 0, handle: nil)
            for _ in 1...2 {
                let failure = late_failure(&library).map { String(cString: $0) }
                #expect(failure?.contains("liblate-nothing.so.7") == true)
            }
            #expect(library.handle == nil)
        }
    }

    #if os(Linux)
        @Test("a function is found in a library that is there")
        func present() {
            "libm.so.6".withCString { file in
                var library = late_library(file: file, is_shared: 0, handle: nil)
                #expect(late_failure(&library) == nil)
                typealias Function = @convention(c) (Double) -> Double
                let root = unsafeBitCast(late_symbol(&library, "sqrt"), to: Function.self)
                #expect(root(9) == 3)
            }
        }
    #endif
}
