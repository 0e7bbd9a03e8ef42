import Compiler
import CompilerTestSupport
import Foundation
import PythonSyntax
import Testing

@Suite("What was ported by hand")
struct PortedSourceTests {
    @Test("Each header states the installed source: a file that moved is ported anew first")
    func headers() throws {
        let sources = try PortedSource.all(below: Repository.url.appending(path: "Sources/Ported"))
        #expect(Set(sources.map(\.swiftFile)).count >= 45)
        let packages = try ["mlx-vlm", "mlx-lm"].map { try PythonPackage.locate($0, source: nil) }
        for source in sources {
            let file = packages.lazy.compactMap { $0.file(ofModule: source.module) }.first
            let installed = try #require(file, "\(source.swiftFile): \(source.module)")
            #expect(
                try installed.parse().sha256 == source.sha256,
                "\(source.swiftFile): \(source.module) moved")
        }
    }

    @Test("A header with several sources, and one that has none")
    func several() throws {
        let folder = try TemporaryFolder()
        let (one, two) = (String(repeating: "1", count: 64), String(repeating: "2", count: 64))
        try folder.write(
            """
            // Ported from mlx_vlm/models/base.py (`mask`), mlx-vlm 1.0, MIT,
            // sha256 \(one), and mlx_vlm/models/cache.py, mlx-vlm 1.0, MIT,
            // sha256 \(two).

            import MLX
            """, to: "Mask.swift")
        try folder.write("// Ours.\nlet x = 1\n", to: "Own.swift")
        let sources = try PortedSource.all(below: folder.url)
        #expect(sources.map(\.module) == ["mlx_vlm.models.base", "mlx_vlm.models.cache"])
        #expect(sources.map(\.sha256) == [one, two])
    }
}
