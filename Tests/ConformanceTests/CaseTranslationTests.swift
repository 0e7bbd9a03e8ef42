import CompilerTestSupport
import ConformanceSupport
import Foundation
import Testing

@Suite("Every conformance case is Swift that the compiler made")
struct CaseTranslationTests {
    @Test("Tests/Conformance/Swift holds what the compiler makes of Tests/Conformance/Cases")
    func translations() throws {
        let translation = try CaseTranslation(CaseFile.all().map { try $0.compile() })
        let folder = CaseTranslation.folder
        #expect(Repository.files(below: folder) == translation.files.map(\.path).sorted())
        for file in translation.files {
            let expected = try? String(
                contentsOf: folder.appending(path: file.path), encoding: .utf8)
            #expect(
                expected == file.contents,
                "\(file.path) is not what the compiler gives: run `swift run conformance-cases`")
        }
    }
}
