import Rendering
import Testing

@testable import Compiler

@Suite("The files whose types other files name")
struct NamedFilesTests {
    private func file(_ path: String, _ contents: String) -> RenderedFile {
        RenderedFile(path: path, contents: contents)
    }

    @Test("They are taken with those that they name in turn, and each once")
    func named() {
        let own = file("One.swift", "let first: TwoPart\nlet second: TwoPart")
        let two = file("Two.swift", "public struct TwoPart { let inner: ThreePart }")
        let three = file("Three.swift", "typealias ThreePart = Shared<TwoPart>")
        let other = file("Other.swift", "final class OtherPart { let two: TwoPart }")
        #expect(
            filesNamed(by: [own], among: [own, other, three, two]).map(\.path)
                == ["Two.swift", "Three.swift"])
    }

    @Test("Functions count as types do, methods do not")
    func functions() {
        let own = file("One.swift", "let made = twoMade()")
        let two = file("Two.swift", "public func twoMade() -> Int { 2 }")
        let other = file("Other.swift", "struct Other {\n    func twoMade() -> Int { 3 }\n}")
        #expect(filesNamed(by: [own], among: [other, two]).map(\.path) == ["Two.swift"])
    }

    @Test("A name in a comment, or as a part of another one, is none")
    func mentioned() {
        let own = file("One.swift", "    // as TwoPart\nlet first: TwoParts")
        #expect(filesNamed(by: [own], among: [file("Two.swift", "enum TwoPart {}")]).isEmpty)
    }
}
