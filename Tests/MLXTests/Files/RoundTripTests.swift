import FileTestSupport
import Foundation
import MLX
import Testing

/// Both sides read what the other writes, for every dtype that the format has.
@Suite("Files of Python and Swift")
struct RoundTripTests {
    private let folder = try! TemporaryFolder()

    private func contents(_ arrays: [String: MLXArray]) -> [String: PythonFiles.Contents] {
        arrays.mapValues(PythonFiles.Contents.init)
    }

    /// What Swift reads from a file.
    private func read(_ url: URL) throws -> PythonFiles.File {
        switch url.pathExtension {
        case "npy": return .init(arrays: contents(["": try loadArray(url: url)]))
        case "npz": return .init(arrays: contents(try loadArrays(url: url)))
        case "gguf":
            let (arrays, metadata) = try loadGGUF(url: url)
            return .init(
                arrays: contents(arrays), metadata: metadata.mapValues(PythonFiles.Metadata.init))
        default:
            let (arrays, metadata) = try loadArraysAndMetadata(url: url)
            return .init(
                arrays: contents(arrays),
                metadata: metadata.mapValues(PythonFiles.Metadata.text))
        }
    }

    @Test("What Python writes, Swift reads to the last bit")
    func fromPython() throws {
        let files = try PythonFiles.write(to: folder.url)
        #expect(files.count > 100)
        for (name, expected) in files {
            let found = try read(folder.url.appending(component: name))
            #expect(found.arrays == expected.arrays, "\(name)")
            #expect(found.metadata == expected.metadata, "\(name)")
        }
    }

    @Test("What Swift writes, Python reads to the last bit")
    func toPython() throws {
        _ = try PythonFiles.write(to: folder.url)
        let arrays = try loadArrays(url: folder.url.appending(component: "stored.npz"))
        let (simple, metadata) = try loadGGUF(url: folder.url.appending(component: "arrays.gguf"))
        let known = arrays.filter { $0.value.dtype != .float64 }
        func file(_ name: String) -> URL { folder.url.appending(component: "swift-\(name)") }

        try save(arrays: arrays, url: file("stored.npz"))
        try saveNPZ(arrays: arrays, url: file("deflated.npz"), compressed: true)
        try save(arrays: known, metadata: ["ünï": "\"quoted\"\n"], url: file("a.safetensors"))
        try save(arrays: known, url: file("b.safetensors"))
        try saveGGUF(arrays: simple, metadata: metadata, url: file("a.gguf"))
        try save(arrays: simple, metadata: ["text": "ünï"], url: file("b.gguf"))
        var expected: [String: [String: PythonFiles.Contents]] = [
            "stored.npz": contents(arrays), "deflated.npz": contents(arrays),
            "a.safetensors": contents(known), "b.safetensors": contents(known),
            "a.gguf": contents(simple), "b.gguf": contents(simple),
        ]
        for (name, array) in arrays {
            try save(array: array, url: file("\(name).npy"))
            expected["\(name).npy"] = ["": PythonFiles.Contents(array)]
        }

        let found = try PythonFiles.read(expected.keys.map(file))
        #expect(found.count == expected.count)
        for (name, arrays) in expected {
            #expect(found["swift-\(name)"]?.arrays == arrays, "\(name)")
        }
        #expect(found["swift-a.safetensors"]?.metadata == ["ünï": .text("\"quoted\"\n")])
        #expect(found["swift-b.safetensors"]?.metadata == [:])
        #expect(
            found["swift-a.gguf"]?.metadata == metadata.mapValues(PythonFiles.Metadata.init))
        #expect(found["swift-b.gguf"]?.metadata == ["text": .text("ünï")])
    }

    @Test("A dtype that a format lacks is an error, and no file is left")
    func missingDTypes() throws {
        let wide = MLXArray([1, 2] as [Double])
        let brain = MLXArray.ones([2], dtype: .bfloat16)
        let first = folder.url.appending(component: "wide.safetensors")
        let second = folder.url.appending(component: "brain.gguf")
        #expect(throws: LoadSaveError.self) { try save(arrays: ["a": wide], url: first) }
        #expect(throws: LoadSaveError.self) { try save(arrays: ["a": brain], url: second) }
        #expect(throws: LoadSaveError.self) {
            try save(
                arrays: ["a": wide], metadata: ["k": "v"],
                url: folder.url.appending(component: "wide.npz"))
        }
        #expect(throws: LoadSaveError.self) {
            try saveGGUF(
                arrays: [:], metadata: ["general.alignment": .array(MLXArray(64))], url: second)
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path).isEmpty)
    }

    @Test("Quantized GGUF tensors come as Python reads them")
    func quantizedGGUF() throws {
        var random = SeededGenerator(seed: 4)
        func bytes(_ count: Int) -> Data {
            // Half of a scale's bits stay clear of infinity and not-a-number.
            Data((0..<count).map { _ in UInt8.random(in: 0...0x3F, using: &random) })
        }
        var file = GGUFBytes()
        for (name, type, rows, bytesPerRow) in [
            ("q4_0.weight", 2, 3, 36), ("q4_1.weight", 3, 2, 40), ("q8_0.weight", 8, 2, 68),
        ] as [(String, UInt32, UInt64, Int)] {
            file.add(name, type: type, shape: [rows, 64], bytes(Int(rows) * bytesPerRow))
        }
        file.add("q4_k", type: 12, shape: [2, 256], bytes(288))
        file.add("q6_k", type: 14, shape: [1, 256], bytes(210))
        file.add("q2_k", type: 10, shape: [1, 512], bytes(164))
        file.add("bf16", type: 30, shape: [6], bytes(12))
        let url = try folder.write("quantized.gguf", file.data)
        let expected = try #require(PythonFiles.read([url])["quantized.gguf"]?.arrays)
        #expect(expected.count == 13)
        #expect(contents(try loadArrays(url: url)) == expected)

        file.add("q3_k", type: 11, shape: [1, 256], bytes(110))
        let unknown = try folder.write("unknown.gguf", file.data)
        #expect(try PythonFiles.read([unknown])["unknown.gguf"]?.error != nil)
        #expect(throws: LoadSaveError.self) { try loadArrays(url: unknown) }
    }
}
