import CompilerTestSupport
import Foundation
import Testing

@Suite("mlx-port diff and drift")
struct DiffTests {
    @Test("Families that differ: exit code 1, for a person and for a program")
    func diff() throws {
        let result = try MLXPortProcess("diff", "llama", "qwen2")
        #expect(result.status == 1, "\(result.log)")
        #expect(result.output.hasPrefix("llama → qwen2\n"))
        #expect(result.output.contains("class LlamaModel → Qwen2Model"))
        let json = try MLXPortProcess("diff", "llama", "qwen2", "--json")
        let object = try #require(
            JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
        #expect(object["new"] as? String == "qwen2")
        #expect(try MLXPortProcess("diff", "llama", "llama").status == 0)
    }

    @Test("Packages: two families of different ones can be compared")
    func packages() throws {
        let result = try MLXPortProcess("diff", "qwen2", "qwen2", "--to-package", "mlx-lm")
        #expect(result.status == 1)
        #expect(result.output.contains("class ModelConfig → ModelArgs"))
    }

    @Test("Drift between two versions: exit code 1; none: 0; no such folder: 2")
    func drift() throws {
        let folder = try TemporaryFolder()
        for (root, scale) in [("old", "1"), ("new", "2")] {
            try folder.write("__version__ = \"\(scale)\"\n", to: "\(root)/mlx_vlm/version.py")
            try folder.write(
                "class Model:\n    scale = \(scale)\n", to: "\(root)/mlx_vlm/models/one/__init__.py"
            )
        }
        let (old, new) = (folder.url.appending(path: "old"), folder.url.appending(path: "new"))
        let result = try MLXPortProcess("drift", "--from", old.path, "--to", new.path)
        #expect(result.status == 1, "\(result.log)")
        #expect(result.output.contains("mlx-vlm 1 → 2: 0 families new, 0 gone, 1 changed"))
        #expect(result.output.contains("-     scale = 1") || result.output.contains("- scale = 1"))
        #expect(try MLXPortProcess("drift", "--from", old.path, "--to", old.path).status == 0)
        let missing = try MLXPortProcess("drift", "--from", folder.url.path + "/none")
        #expect(missing.status == 2)
        #expect(missing.log.contains("no such folder"))
    }

    @Test("Drift names the files that were ported by hand from a module that changed")
    func portedFiles() throws {
        let folder = try TemporaryFolder()
        for (root, size) in [("old", "1"), ("new", "2")] {
            try folder.write("__version__ = \"\(size)\"\n", to: "\(root)/mlx_vlm/version.py")
            try folder.write("Model = int\n", to: "\(root)/mlx_vlm/models/one/__init__.py")
            try folder.write("size = \(size)\n", to: "\(root)/mlx_vlm/models/mla.py")
            try folder.write("size = 1\n", to: "\(root)/mlx_vlm/models/ssm.py")
        }
        let (old, new) = (folder.url.appending(path: "old"), folder.url.appending(path: "new"))
        let result = try MLXPortProcess("drift", "--from", old.path, "--to", new.path)
        #expect(result.status == 1, "\(result.log)")
        #expect(result.output.contains("ported by hand, from what changed: MultiLinear.swift\n"))
    }

    @Test("A sweep of a family that is not there, or of families without a package: exit code 2")
    func sweep() throws {
        let unknown = try MLXPortProcess("sweep", "--package", "mlx-vlm", "no_such_family")
        #expect(unknown.status == 2)
        #expect(unknown.log.contains("no_such_family"))
        #expect(try MLXPortProcess("sweep", "one").status == 2)
        #expect(try MLXPortProcess("sweep", "--jobs", "9").status == 2)
    }
}
