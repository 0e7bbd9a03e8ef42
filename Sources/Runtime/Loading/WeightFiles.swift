import Foundation
import OrderedCollections

/// Which files of a checkpoint hold its weights.
public struct WeightFiles: Sendable {
    /// The files, in the order in which they are read.
    public let urls: [URL]
    /// Files that the index lists and the folder lacks.
    public let absent: [String]

    static let indexName = "model.safetensors.index.json"

    /// The files that the package's loader would read.
    ///
    /// mlx-vlm reads the shards that the index lists, or else every `*.safetensors` but the
    /// consolidated one; mlx-lm reads every `model*.safetensors`.
    ///
    /// - Throws: ``ModelRuntimeError`` if there are none, or if the index is malformed or names a
    ///   file outside the folder.
    public init(_ directory: CheckpointDirectory, package: ModelPackage) throws {
        var listed: [String] = []
        if package == .mlxVLM, let index = try directory.jsonIfPresent(Self.indexName) {
            listed = try Self.shards(of: index, in: directory)
        }
        let present = listed.filter(directory.contains)
        absent = listed.filter { !directory.contains($0) }
        let names = present.isEmpty ? try Self.matching(directory, package: package) : present
        guard !names.isEmpty else {
            let pattern = package == .mlxVLM ? "*.safetensors" : "model*.safetensors"
            throw ModelRuntimeError.input(
                "there are no weights (\(pattern)) in \(directory.url.path)")
        }
        urls = names.map(directory.file)
    }

    private static func matching(
        _ directory: CheckpointDirectory, package: ModelPackage
    ) throws -> [String] {
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: directory.url.path)
        } catch {
            throw ModelRuntimeError.input(
                "cannot read \(directory.url.path): \(error.localizedDescription)")
        }
        return names.filter { name in
            guard name.hasSuffix(".safetensors"), !name.hasPrefix(".") else { return false }
            return switch package {
            case .mlxVLM: !name.hasSuffix("consolidated.safetensors")
            case .mlxLM: name.hasPrefix("model")
            }
        }.sorted()
    }

    private static func shards(
        of index: OrderedJSON, in directory: CheckpointDirectory
    ) throws -> [String] {
        guard index.object != nil else {
            throw ModelRuntimeError.input("\(indexName) is not a JSON object")
        }
        guard let map = index["weight_map"] else { return [] }
        guard let entries = map.object else {
            throw ModelRuntimeError.input(
                "\(indexName): \"weight_map\": expected an object, found \(map.summary)")
        }
        var names: OrderedSet<String> = []
        for (tensor, value) in entries {
            guard let name = value.string else {
                throw ModelRuntimeError.input(
                    "\(indexName): \"\(tensor)\": expected a file name, found \(value.summary)")
            }
            names.append(name)
        }
        for name in names { try requireInside(name, directory) }
        return names.sorted()
    }

    /// A shard has to lie in the folder: an index is data from elsewhere and must not open other
    /// files of this machine. A Hub cache keeps its files in a sibling folder of blobs and links to
    /// them, which is allowed.
    private static func requireInside(_ name: String, _ directory: CheckpointDirectory) throws {
        let parts = name.split(separator: "/", omittingEmptySubsequences: false)
        guard !name.isEmpty, !parts.contains(""), !parts.contains(".."), !name.contains("\0") else {
            throw ModelRuntimeError.input(
                "\(indexName) names \"\(name.prefix(200))\", which is not a file inside the folder")
        }
        let folder = directory.url.resolvingSymlinksInPath().standardizedFileURL
        var roots = [folder]
        if folder.deletingLastPathComponent().lastPathComponent == "snapshots" {
            roots.append(
                folder.deletingLastPathComponent().deletingLastPathComponent()
                    .appendingPathComponent("blobs"))
        }
        let target = directory.file(name).resolvingSymlinksInPath().standardizedFileURL
        guard roots.contains(where: { target.path.hasPrefix($0.path + "/") }) else {
            throw ModelRuntimeError.input(
                "\(indexName) names \"\(name.prefix(200))\", a link to a file outside the folder")
        }
    }
}
