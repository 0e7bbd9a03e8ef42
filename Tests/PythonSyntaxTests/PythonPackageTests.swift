import Foundation
import PythonSyntax
import Testing

@Suite("A package of models")
struct PythonPackageTests {
    private func message(of body: () throws -> Void) -> String? {
        do {
            try body()
            return nil
        } catch {
            return "\(error)"
        }
    }

    // MARK: Where it is found

    @Test("is found where it is installed", arguments: ["mlx-vlm", "mlx_vlm"])
    func installed(name: String) throws {
        let package = try PythonPackage.locate(name)
        #expect(package.name == "mlx_vlm")
        #expect(package.distributionName == "mlx-vlm")
        #expect(package.version == "0.7.10")
        #expect(package.license == "MIT")
    }

    @Test("is found in its own folder, in a checkout and in an unpacked source archive")
    func source() throws {
        let checkout = try TemporaryFolder([
            "demo_models/version.py": "__version__ = '1.2'\n",
            "demo_models/models/tiny/__init__.py": "",
            "pyproject.toml": "[project]\nname = 'demo-models'\nlicense = {text = 'BSD'}\n",
        ])
        let archive = try TemporaryFolder([
            "demo_models-1.3/src/demo_models/models/tiny/__init__.py": "",
            "demo_models-1.3/PKG-INFO":
                "Name: demo-models\nVersion: 1.3\n"
                + "Classifier: License :: OSI Approved :: MIT License\n\nVersion: 9\n",
        ])
        for folder in [checkout.url, checkout.url.appending(path: "demo_models")] {
            let package = try PythonPackage.locate("demo-models", source: folder)
            #expect(package.folder.lastPathComponent == "demo_models")
            #expect(package.version == "1.2")
            #expect(package.license == "BSD")
            #expect(try package.families() == ["tiny"])
        }
        let package = try PythonPackage.locate(
            "demo-models", source: archive.url.appending(path: "demo_models-1.3"))
        #expect(package.version == "1.3")
        #expect(package.license == "MIT")
    }

    @Test("that is not there is an error that tells where it was looked for")
    func absent() throws {
        let empty = try TemporaryFolder(["notes.txt": ""])
        #expect(
            message { _ = try PythonPackage.locate("mlx-none") }?
                .hasPrefix("mlx_none is not installed in ") == true)
        #expect(
            message { _ = try PythonPackage.locate("mlx-vlm", source: empty.url) }?
                .hasPrefix("\(empty.url.path) is neither the package mlx_vlm nor a folder") == true)
        #expect(
            message {
                _ = try PythonPackage.locate("mlx-vlm", source: URL(filePath: "/nonexistent"))
            } == "/nonexistent: no such folder")
    }

    @Test("whose version cannot be told is an error")
    func noVersion() throws {
        let folder = try TemporaryFolder(["demo/models/tiny/__init__.py": ""])
        #expect(
            message { _ = try PythonPackage.locate("demo", source: folder.url) }?
                .hasPrefix("cannot tell the version of demo in ") == true)
    }

    // MARK: What it holds

    @Test("has the families of its folders, and of its files that define Model")
    func families() throws {
        let vision = try PythonPackage.locate("mlx-vlm").families()
        #expect(vision.count == 245)
        #expect(vision.contains("llama") && !vision.contains("base"))

        let language = try PythonPackage.locate("mlx-lm")
        #expect(try language.families().contains("llama"))
        #expect(try language.sharedFiles().map(\.moduleName).contains("mlx_lm.models.cache"))
        #expect(try !language.families().contains("cache"))
    }

    @Test("has the files of a family, with module names and paths")
    func family() throws {
        let llama = try PythonPackage.locate("mlx-vlm").family("llama")
        #expect(llama.isFolder)
        #expect(
            llama.files.map(\.moduleName) == [
                "mlx_vlm.models.llama", "mlx_vlm.models.llama.config",
                "mlx_vlm.models.llama.language", "mlx_vlm.models.llama.llama",
            ])
        #expect(llama.file(named: "language")?.relativePath == "mlx_vlm/models/llama/language.py")
        #expect(llama.file(named: "vision") == nil)

        let single = try PythonPackage.locate("mlx-lm").family("llama")
        #expect(!single.isFolder)
        #expect(single.files.map(\.relativePath) == ["mlx_lm/models/llama.py"])
    }

    @Test("names the nearest families of one that it does not have")
    func unknownFamily() throws {
        let package = try PythonPackage.locate("mlx-vlm")
        #expect(
            message { _ = try package.family("gema3n") }
                == "mlx-vlm 0.7.10 has no model family 'gema3n' (did you mean gemma3n, gemma3?)")
        #expect(
            message { _ = try package.family("xxxxxxxxxxxx") }
                == "mlx-vlm 0.7.10 has no model family 'xxxxxxxxxxxx' (it has 245 families)")
        for name in ["", "../llama", ".", "__pycache__", "base"] {
            #expect(message { _ = try package.family(name) }?.contains("no model family") == true)
        }
    }

    @Test("finds the file of a module by its dotted name")
    func modules() throws {
        let package = try PythonPackage.locate("mlx-vlm")
        #expect(
            package.file(ofModule: "mlx_vlm.models.base")?.relativePath == "mlx_vlm/models/base.py")
        #expect(
            package.file(ofModule: "mlx_vlm.models.llama")?.relativePath
                == "mlx_vlm/models/llama/__init__.py")
        #expect(package.file(ofModule: "mlx_vlm")?.relativePath == "mlx_vlm/__init__.py")
        #expect(package.file(ofModule: "mlx_vlm.models.absent") == nil)
        #expect(package.file(ofModule: "mlx_lm.models.base") == nil)
        #expect(package.file(ofModule: "mlx_vlm..models") == nil)
    }
}
