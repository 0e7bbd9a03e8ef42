import EmbeddedPython
import Foundation
import PythonSyntax
import Testing

@Suite("The installed models")
struct InstalledModelsTests {
    @Test("parse whole, family by family", arguments: ["mlx-vlm", "mlx-lm"])
    func parse(name: String) throws {
        let package = try PythonPackage.locate(name)
        var statements = 0
        for family in try package.families() {
            for file in try package.family(family).files {
                let module = try file.parse()
                #expect(module.sha256.count == 64)
                statements += module.body.count
            }
        }
        #expect(statements > 1000)
    }
}
