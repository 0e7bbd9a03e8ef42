import Foundation
import MLX
import Testing

@Suite("Files")
struct FileTests {
    private func inDirectory(_ body: (URL) throws -> Void) throws {
        let directory = FileManager.default.temporaryDirectory
            .appending(component: "MLXTests-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: directory) }
        try body(directory)
    }

    private let arrays = [
        "a": MLXArray([1, 2, 3] as [Float]),
        "b.weight": MLXArray([1, 2] as [Float]).asType(.bfloat16).reshaped(2, 1),
        "c": MLXArray([true, false]),
        "empty": MLXArray.zeros([0, 3]),
    ]

    private func same(_ loaded: [String: MLXArray]) {
        #expect(Set(loaded.keys) == Set(arrays.keys))
        for (name, array) in arrays {
            #expect(loaded[name]?.dtype == array.dtype)
            #expect(loaded[name]?.shape == array.shape)
            #expect(loaded[name]?.asArray(Float.self) == array.asArray(Float.self))
        }
    }

    @Test("safetensors come back as they were, with their metadata")
    func safetensors() throws {
        try inDirectory { directory in
            let url = directory.appending(component: "weights.safetensors")
            try save(arrays: arrays, metadata: ["format": "mlx"], url: url)
            let (loaded, metadata) = try loadArraysAndMetadata(url: url)
            same(loaded)
            #expect(metadata == ["format": "mlx"])
            #expect(try FileManager.default.contentsOfDirectory(atPath: directory.path).count == 1)
        }
    }

    @Test("safetensors in memory")
    func safetensorsData() throws {
        let data = try saveToData(arrays: arrays, metadata: ["k": "v"])
        let (loaded, metadata) = try loadArraysAndMetadata(data: data)
        same(loaded)
        #expect(metadata == ["k": "v"])
        #expect(throws: MLXError.self) { try loadArrays(data: data.dropLast(4)) }
    }

    @Test("The same contents give the same bytes")
    func reproducible() throws {
        let names = (0..<40).map { "weight\($0)" }
        func data(_ names: [String]) throws -> Data {
            var arrays: [String: MLXArray] = [:]
            for name in names { arrays[name] = MLXArray(Array(name.utf8)) }
            return try saveToData(arrays: arrays)
        }
        #expect(try data(names) == data(names.reversed()))
    }

    @Test("A truncated file is an error wherever it ends")
    func truncated() throws {
        let data = try saveToData(arrays: arrays)
        try inDirectory { directory in
            let url = directory.appending(component: "weights.safetensors")
            for count in stride(from: 0, to: data.count - 1, by: 7) {
                try data.prefix(count).write(to: url)
                let error = #expect(throws: LoadSaveError.self) { try loadArrays(url: url) }
                #expect(error?.localizedDescription.contains(url.path) == true)
            }
        }
    }

    @Test("A file with a changed byte in its header loads or is an error, never more")
    func damaged() throws {
        let data = try saveToData(arrays: arrays)
        try inDirectory { directory in
            let url = directory.appending(component: "weights.safetensors")
            for position in 0..<min(data.count, 320) {
                var damaged = data
                damaged[position] ^= UInt8(1 << (position % 7))
                try damaged.write(to: url)
                if let loaded = try? loadArrays(url: url) {
                    try? checkedEval(loaded)
                }
            }
        }
    }

    @Test("npy files, and names that no format has")
    func npy() throws {
        try inDirectory { directory in
            let url = directory.appending(component: "array.npy")
            let array = MLXArray(0..<6, [2, 3])
            try save(array: array, url: url)
            #expect(try loadArray(url: url).arrayEqual(array).item(Bool.self))
            let data = try Data(contentsOf: url)
            try data.dropLast(3).write(to: url)
            #expect(throws: LoadSaveError.self) { try loadArray(url: url) }
            let unknown = directory.appending(component: "array.txt")
            #expect(throws: LoadSaveError.unknownExtension("txt")) { try loadArray(url: unknown) }
            #expect(throws: LoadSaveError.unknownExtension("txt")) {
                try save(arrays: [:], url: unknown)
            }
            #expect(throws: LoadSaveError.self) {
                try loadArrays(url: directory.appending(component: "none.safetensors"))
            }
        }
    }

    @Test("A file that cannot be written is an error, and what was there stays")
    func unwritable() throws {
        try inDirectory { directory in
            let url = directory.appending(components: "missing", "weights.safetensors")
            #expect(throws: (any Error).self) { try save(arrays: arrays, url: url) }
            let kept = directory.appending(component: "kept.safetensors")
            try save(arrays: arrays, url: kept)
            let failed = MLXArray.ones([2]) + MLXArray.ones([3])
            #expect(throws: (any Error).self) { try save(arrays: ["x": failed], url: kept) }
            same(try loadArrays(url: kept))
        }
    }
}
