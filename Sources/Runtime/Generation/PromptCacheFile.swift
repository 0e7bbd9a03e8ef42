import FileFormats
import Foundation
import MLX
import ModelPorted
import OrderedCollections

/// A prompt that has been taken in, as mlx-lm keeps it in a safetensors file.
///
/// Source: `save_prompt_cache` and `load_prompt_cache` (mlx_lm/models/cache.py).
public struct PromptCacheFile {
    /// One cache a layer.
    public var caches: [any KVCache]
    /// What the file says beside them: `model`, the folder of the model, and `tokenizer_config`.
    public var metadata: [String: String]

    /// A prompt cache.
    public init(caches: [any KVCache], metadata: [String: String] = [:]) {
        self.caches = caches
        self.metadata = metadata
    }

    /// Reads a file.
    ///
    /// - Throws: ``ModelRuntimeError`` that names the file, for what is no prompt cache of this version
    ///   of mlx-lm.
    public init(_ url: URL) throws {
        let file = url.lastPathComponent
        guard FileManager.default.fileExists(atPath: url.path) else {
            throw ModelRuntimeError.input("there is no prompt cache at \(url.path)")
        }
        guard url.pathExtension == "safetensors" else {
            throw ModelRuntimeError.input(
                "the name of the prompt cache \(file) does not end in .safetensors")
        }
        do throws(FormatError) {
            _ = try SafetensorsHeader(url)
        } catch {
            throw ModelRuntimeError.input("\(file): \(error.cause)")
        }
        let (arrays, texts) = try withEngine("reading \(file)") {
            try loadArraysAndMetadata(url: url)
        }
        do {
            var reader = FlatReader(arrays: arrays, texts: texts)
            caches = try reader.caches()
            metadata = reader.userMetadata
        } catch let error as ModelRuntimeError {
            throw ModelRuntimeError(error.cause, "\(file): \(error.description)")
        } catch {
            throw ModelRuntimeError.input("\(file): \(error)")
        }
    }

    /// Writes the file, whole or not at all.
    ///
    /// - Throws: ``ModelRuntimeError`` if it cannot be written, or mlx-lm has no such cache.
    public func write(to url: URL) throws {
        guard url.pathExtension == "safetensors" else {
            throw ModelRuntimeError.input(
                "the name of the prompt cache \(url.lastPathComponent) does not end in .safetensors"
            )
        }
        var writer = FlatWriter()
        for (index, cache) in caches.enumerated() {
            writer.write(try CacheState(cache), at: "\(index)")
            writer.texts["1.\(index)"] = cache.pythonClassName
        }
        for (key, value) in metadata { writer.texts["0.\(key)"] = value }
        try SafetensorsFile.write(writer.arrays, to: url, metadata: writer.texts)
    }

    /// Whether the caches are of the classes that a model's own are, with equal or quantised content.
    ///
    /// - Throws: ``ModelRuntimeError`` that says how they differ.
    public func requireFit(_ model: any GenerativeModel) throws {
        let own = try model.makeCache().map(\.pythonClassName)
        let names = caches.map(\.pythonClassName)
        let fits = zip(own, names).allSatisfy { own, name in
            own == name
                || own == "KVCache" && ["QuantizedKVCache", "RotatingKVCache"].contains(name)
        }
        guard own.count == names.count, fits else {
            throw ModelRuntimeError.input(
                "the prompt cache is of another model: it has \(names.count) layers of "
                    + "\(Set(names).sorted().joined(separator: ", ")), the model \(own.count) of "
                    + "\(Set(own).sorted().joined(separator: ", "))")
        }
    }
}

/// Nested states under Python's `tree_flatten` names.
private struct FlatWriter {
    var arrays: OrderedDictionary<String, MLXArray> = [:]
    /// The metadata; the list of scalars begins with a text that keeps it from being empty.
    var texts = ["2.0": ""]
    private var scalars = 0

    mutating func write(_ state: CacheState, at path: String) {
        switch state {
        case .array(let array): arrays[path] = array
        case .int(let number):
            arrays[path] = MLXArray(Int32(number))
            mark(path, "scalar")
        case .text(let text):
            arrays[path] = MLXArray(text.unicodeScalars.map { Int32($0.value) })
            mark(path, "string")
        case .none:
            arrays[path] = MLXArray([] as [Float])
            mark(path, "none")
        case .list(let parts):
            for (index, part) in parts.enumerated() { write(part, at: "\(path).\(index)") }
        }
    }

    private mutating func mark(_ path: String, _ kind: String) {
        scalars += 1
        texts["2.\(scalars).0"] = path
        texts["2.\(scalars).1"] = kind
    }
}

/// The same, read.
private struct FlatReader {
    private let texts: [String: String]
    private let arrays: [String: MLXArray]
    private let kinds: [String: String]

    init(arrays: [String: MLXArray], texts: [String: String]) {
        (self.arrays, self.texts) = (arrays, texts)
        var kinds: [String: String] = [:]
        var index = 1
        while let path = texts["2.\(index).0"] {
            kinds[path] = texts["2.\(index).1"]
            index += 1
        }
        self.kinds = kinds
    }

    /// The metadata beside the classes.
    var userMetadata: [String: String] {
        var metadata: [String: String] = [:]
        for (key, value) in texts where key.hasPrefix("0.") {
            metadata[String(key.dropFirst(2))] = value
        }
        return metadata
    }

    mutating func caches() throws -> [any KVCache] {
        guard texts["2.0"] != nil, texts["1.0"] != nil else {
            throw ModelRuntimeError.input("it is no prompt cache of mlx-lm 0.32")
        }
        var tree = Node()
        for path in arrays.keys { tree.insert(path.split(separator: ".")[...]) }
        var caches: [any KVCache] = []
        while let name = texts["1.\(caches.count)"] {
            let path = "\(caches.count)"
            guard let node = tree.children[path] else {
                throw ModelRuntimeError.input("layer \(path) is missing")
            }
            caches.append(try state(node, path).makeCache(className: name))
        }
        return caches
    }

    /// The names of arrays by their parts.
    private struct Node {
        var children: [String: Node] = [:]

        mutating func insert(_ parts: ArraySlice<Substring>) {
            guard let first = parts.first else { return }
            children[String(first), default: Node()].insert(parts.dropFirst())
        }
    }

    private func state(_ node: Node, _ path: String) throws -> CacheState {
        guard node.children.isEmpty else {
            return .list(
                try (0..<node.children.count).map { index in
                    guard let child = node.children["\(index)"] else {
                        throw ModelRuntimeError.input("\"\(path).\(index)\" is missing")
                    }
                    return try state(child, "\(path).\(index)")
                })
        }
        guard let array = arrays[path] else {
            throw ModelRuntimeError.input("\"\(path)\" is missing")
        }
        switch kinds[path] {
        case nil: return .array(array)
        case "none": return .none
        case "scalar":
            guard array.size == 1 else { break }
            return .int(array.asType(.int32).item(Int.self))
        case "string":
            let scalars = array.asType(.int32).asArray(Int32.self).map {
                Unicode.Scalar(UInt32(bitPattern: $0)) ?? "\u{FFFD}"
            }
            return .text(String(String.UnicodeScalarView(scalars)))
        default: break
        }
        throw ModelRuntimeError.input("\"\(path)\" is no \(kinds[path] ?? "value")")
    }
}
