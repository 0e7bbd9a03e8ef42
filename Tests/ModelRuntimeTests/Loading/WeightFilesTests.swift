import FileTestSupport
import Foundation
import RuntimeTestSupport
import Testing

@testable import ModelRuntime

@Suite("The files that hold the weights")
struct WeightFilesTests {
    private let folder = try! TemporaryFolder()

    private func names(_ package: ModelPackage = .mlxVLM) throws -> [String] {
        try WeightFiles(CheckpointDirectory(folder.url), package: package).urls.map(
            \.lastPathComponent)
    }

    private func index(_ shards: String...) throws {
        let map = shards.enumerated().map {
            #""t\#($0.offset)":\#(OrderedJSON.string($0.element).text())"#
        }
        try folder.write(
            "model.safetensors.index.json", #"{"weight_map":{\#(map.joined(separator: ","))}}"#)
    }

    private func touch(_ names: String...) throws {
        for name in names { try folder.write(name, "") }
    }

    @Test func everySafetensorsFileWithoutAnIndex() throws {
        try touch("b.safetensors", "model.safetensors", "consolidated.safetensors", "notes.txt")
        #expect(try names() == ["b.safetensors", "model.safetensors"])
        #expect(try names(.mlxLM) == ["model.safetensors"])
    }

    @Test func onlyTheShardsThatTheIndexLists() throws {
        try touch("model-1.safetensors", "model-2.safetensors", "other.safetensors")
        try index(
            "model-2.safetensors", "model-1.safetensors", "model-2.safetensors",
            "model-3.safetensors")
        let files = try WeightFiles(CheckpointDirectory(folder.url), package: .mlxVLM)
        #expect(
            files.urls.map(\.lastPathComponent) == ["model-1.safetensors", "model-2.safetensors"])
        #expect(files.absent == ["model-3.safetensors"])
    }

    @Test func noWeightsAtAll() {
        #expect(failure { try names() }.hasPrefix("there are no weights (*.safetensors) in"))
    }

    @Test(
        "an index that leads out of the folder",
        arguments: [
            "/etc/passwd", "../secret.safetensors", "a/../../b.safetensors", "", "a//b", "..",
        ])
    func escape(path: String) throws {
        try touch("model.safetensors")
        try index(path)
        let message = failure { try names() }
        #expect(message.contains("model.safetensors.index.json names \"\(path)\""))
    }

    @Test func aLinkOutOfTheFolder() throws {
        let outside = try TemporaryFolder()
        try outside.write("secret.safetensors", "")
        try FileManager.default.createSymbolicLink(
            at: folder.url.appendingPathComponent("model.safetensors"),
            withDestinationURL: outside.url.appendingPathComponent("secret.safetensors"))
        try index("model.safetensors")
        #expect(failure { try names() }.contains("a link to a file outside the folder"))
    }

    @Test func theLinksOfAHubCacheAreFollowed() throws {
        let snapshot = folder.url.appendingPathComponent("snapshots/abc")
        let blobs = folder.url.appendingPathComponent("blobs")
        for url in [snapshot, blobs] {
            try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        }
        try folder.write("blobs/123", "")
        try FileManager.default.createSymbolicLink(
            atPath: snapshot.appendingPathComponent("model.safetensors").path,
            withDestinationPath: "../../blobs/123")
        try folder.write(
            "snapshots/abc/model.safetensors.index.json",
            #"{"weight_map":{"a":"model.safetensors"}}"#)
        let files = try WeightFiles(CheckpointDirectory(snapshot), package: .mlxVLM)
        #expect(files.urls.map(\.lastPathComponent) == ["model.safetensors"])
    }

    @Test(
        "an index that is none",
        arguments: ["[]", "{\"weight_map\":[]}", "{\"weight_map\":{\"a\":1}}", "{"])
    func malformedIndex(text: String) throws {
        try touch("model.safetensors")
        try folder.write("model.safetensors.index.json", text)
        #expect(failure { try names() }.hasPrefix("model.safetensors.index.json"))
    }
}
