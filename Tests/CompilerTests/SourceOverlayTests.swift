import Compiler
import CompilerTestSupport
import Foundation
import PythonSyntax
import Testing

@Suite("A family by path")
struct SourceOverlayTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test("A folder of modules is a family of mlx-vlm, beside those of the installed package")
    func modules() throws {
        let file = try folder.write("from .model import Model\n", to: "fresh/__init__.py")
        try folder.write("class Model: pass\n", to: "fresh/model.py")
        let overlay = try #require(SourceOverlay(file.deletingLastPathComponent().path))
        #expect(overlay.package == .mlxVLM)
        for _ in 0..<2 {
            let root = try overlay.make(in: folder.url.appending(path: "overlays"))
            let package = try PythonPackage.locate("mlx-vlm", source: root)
            let installed = try PythonPackage.locate("mlx-vlm")
            #expect(package.version == installed.version)
            #expect(try package.family("fresh").files.count == 2)
            #expect(try package.families().count == installed.families().count + 1)
        }
    }

    @Test("A file is a family of mlx-lm; one that the package has already takes its place")
    func file() throws {
        let file = try folder.write("class Model: pass\n", to: "qwen2.py")
        let overlay = try #require(SourceOverlay(file.path))
        #expect(overlay.package == .mlxLM)
        let root = try overlay.make(in: folder.url.appending(path: "overlays"))
        let family = try PythonPackage.locate("mlx-lm", source: root).family("qwen2")
        #expect(try family.files[0].parse().source == "class Model: pass\n")
    }

    @Test("A package, a folder that holds one, and what is not there are no family")
    func packages() throws {
        try folder.write("", to: "mlx_vlm/__init__.py")
        try folder.write("", to: "mlx_vlm/models/__init__.py")
        #expect(SourceOverlay(folder.url.path) == nil)
        #expect(SourceOverlay(folder.url.appending(path: "mlx_vlm").path) == nil)
        #expect(SourceOverlay("/no/such/folder") == nil)
    }
}
