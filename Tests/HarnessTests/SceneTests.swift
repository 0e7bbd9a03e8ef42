import Foundation
import Testing
import TraceDiff

@testable import Harness

@Suite("A family with several scenes")
struct SceneTests {
    /// Llama with a text, a longer one and one that is heavy.
    private func definition(in folder: TemporaryFolder) throws -> String {
        let known = Repository.path + "/Generator/Families/llama.yml"
        let text = try String(contentsOfFile: known, encoding: .utf8)
        let scenes = """
            reference:
              scenes:
                - { name: short, batches: [1] }
                - { name: long, prompt_length: 20 }
                - { name: slow, heavy: true, dtypes: [bfloat16] }

            """
        let path = folder.path + "/llama.yml"
        try text.replacing("reference:\n", with: scenes, maxReplacements: 1)
            .write(toFile: path, atomically: true, encoding: .utf8)
        return path
    }

    private func titles(_ path: String, _ selection: VariantSelection, _ folder: TemporaryFolder)
        throws -> [String]
    {
        try recordWork(path, selection: selection, using: Repository.python, folder: folder.path)
            .map(\.title)
    }

    @Test("runs each scene in its own types and batches, or those that are asked for")
    func runs() throws {
        let folder = try TemporaryFolder()
        let path = try definition(in: folder)
        #expect(
            try titles(path, VariantSelection(dtypes: ["float32"], skipsHeavy: true), folder)
                == ["float32 batch 1, short", "float32 batch 1, long", "float32 batch 2, long"])
        #expect(
            try titles(path, VariantSelection(batches: [1], scenes: ["slow"]), folder)
                == ["bfloat16 batch 1, slow"])
    }

    @Test("gives each scene its inputs over one checkpoint")
    func inputs() throws {
        let folder = try TemporaryFolder()
        let runs = try recordWork(
            definition(in: folder),
            selection: VariantSelection(dtypes: ["float32"], batches: [1], skipsHeavy: true),
            using: Repository.python, folder: folder.path)
        #expect(Set(runs.map(\.checkpoint)).count == 1)
        let lengths = try runs.map {
            try TensorFile(contentsOf: $0.inputs).tensors["input_ids"]?.shape
        }
        #expect(lengths == [[1, 13], [1, 20]])
        #expect(try Trace(contentsOf: runs[1].trace).header.reference?.scene == "long")
    }

    @Test("commits the traces of the scenes that are not heavy, each in a file of its own")
    func committed() throws {
        let folder = try TemporaryFolder()
        let paths = try recordFamily(
            definition(in: folder), using: Repository.python, output: folder.path)
        let names = Set(paths.map { URL(filePath: $0).lastPathComponent.prefix { $0 != "." } })
        #expect(
            names == [
                "float32-b1-short", "float32-b2-long", "bfloat16-b1-short", "bfloat16-b1-long",
            ])
        let traces = CommittedTraces(root: folder.path, family: "llama")
        #expect(try traces.paths(VariantSelection(scenes: ["long"])).count == 2)
    }

    @Test("is missed with the names of those that there are")
    func unknown() throws {
        let folder = try TemporaryFolder()
        let path = try definition(in: folder)
        let error = #expect(throws: HarnessError.self) {
            try titles(path, VariantSelection(scenes: ["loud"]), folder)
        }
        #expect(
            error?.description.contains("llama has no scene 'loud'; known: short, long, slow")
                == true)
    }
}
