import FileTestSupport
import Foundation
import Testing

@testable import FileFormats

@Suite("Zip archives")
struct ZipArchiveTests {
    private let folder = try! TemporaryFolder()
    private let text = Data((0..<400).map { "line \($0)\n" }.joined().utf8)

    private func archive(
        _ entries: [String: Data], compressed: Bool = false, limit: UInt32 = .max
    ) throws -> Data {
        let url = folder.url.appending(component: "archive.zip")
        var writer = try ZipWriter(url, limit: limit)
        for (name, data) in entries.sorted(by: { $0.key < $1.key }) {
            try data.withUnsafeBytes { try writer.add(name, $0, compressed: compressed) }
        }
        try writer.finish()
        return try Data(contentsOf: url)
    }

    private func contents(_ data: Data) throws -> [String: Data] {
        let archive = try ZipArchive(ByteSource(data))
        return try Dictionary(
            uniqueKeysWithValues: archive.entries.map { ($0.name, try archive.contents(of: $0)) })
    }

    @Test(
        "come back as they were written",
        arguments: [false, true], [UInt32.max, 1_000, 0])
    func roundTrip(compressed: Bool, limit: UInt32) throws {
        // From the limit on, sizes and offsets take 64 bits.
        let entries = ["a": text, "empty": Data(), "ünï.npy": Data([1, 2, 3])]
        let data = try archive(entries, compressed: compressed, limit: limit)
        #expect(try contents(data) == entries)
        #expect(compressed == (data.count < text.count))
    }

    @Test("without an entry are archives too")
    func empty() throws {
        #expect(try contents(archive([:])).isEmpty)
        #expect(try contents(archive([:], limit: 0)).isEmpty)
    }

    @Test("that are truncated are refused wherever they end", arguments: [false, true])
    func truncated(compressed: Bool) throws {
        let data = try archive(["a": text, "b": text], compressed: compressed)
        for count in stride(from: 0, to: data.count, by: 13) {
            #expect(throws: FormatError.self) { try contents(data.prefix(count)) }
        }
    }

    @Test("say what is wrong with them")
    func faults() throws {
        let data = try archive(["a": text])
        let directory = try #require(data.range(of: Data([0x50, 0x4B, 1, 2]))).lowerBound
        func changed(_ position: Int, _ bytes: UInt8...) -> Data {
            var copy = data
            copy.replaceSubrange(position..<position + bytes.count, with: bytes)
            return copy
        }
        func cause(_ data: Data) -> String { failure { try contents(data) } }

        #expect(cause(Data("no archive at all, but long enough".utf8)).hasPrefix("it is not a zip"))
        #expect(cause(changed(100, 0)) == "entry \"a\": its bytes are damaged")
        #expect(cause(changed(directory + 8, 1)) == "entry \"a\": it is encrypted")
        #expect(
            cause(changed(directory + 10, 12))
                == "entry \"a\": its compression method 12 is not supported")
        #expect(cause(changed(0, 0)) == "entry \"a\": its header is damaged")
        #expect(cause(changed(30, 0x62)) == "entry \"a\": its header has another name")
        #expect(
            cause(changed(directory + 20, 0, 0, 0, 1)).hasPrefix("entry \"a\": it is truncated"))
        #expect(
            cause(changed(directory + 10, 8)) == "entry \"a\": invalid stored block lengths"
                || cause(changed(directory + 10, 8)).hasPrefix("entry \"a\": "))
        #expect(cause(data + Data([0])).hasPrefix("it is not a zip file"))
    }

    @Test("cannot claim to unpack to more than deflating allows")
    func bomb() throws {
        let data = try archive(["a": text], compressed: true)
        let directory = try #require(data.range(of: Data([0x50, 0x4B, 1, 2]))).lowerBound
        var copy = data
        copy.replaceSubrange(directory + 24..<directory + 28, with: [0, 0, 0, 0x7F])
        #expect(failure { try contents(copy) }.hasSuffix("bytes cannot be 2130706432"))
        copy.replaceSubrange(directory + 24..<directory + 28, with: [1, 0, 0, 0])
        #expect(
            failure { try contents(copy) } == "entry \"a\": it unpacks to more than 1 bytes")
    }

    @Test("with entries that overlap or share a name are refused")
    func overlap() throws {
        let data = try archive(["a": text, "b": text])
        let first = try #require(data.range(of: Data([0x50, 0x4B, 1, 2]))).lowerBound
        let second = try #require(
            data.range(of: Data([0x50, 0x4B, 1, 2]), in: first + 4..<data.count)
        )
        .lowerBound
        var copy = data
        copy[second + 46] = 0x61
        #expect(failure { try contents(copy) } == "the entry \"a\" is repeated")
        // Both entries begin at the first one's header, which is given the second one's name.
        copy = data
        copy.replaceSubrange(second + 42..<second + 46, with: [0, 0, 0, 0])
        #expect(failure { try contents(copy) } == "entry \"b\": its header has another name")
    }

    @Test("that are mutated give an error or the bytes that were written")
    func mutations() throws {
        var random = SeededGenerator(seed: 3)
        for compressed in [false, true] {
            let entries = ["a": text, "b": Data(text.prefix(100))]
            let original = try archive(entries, compressed: compressed)
            for _ in 0..<1_000 {
                do {
                    for (name, data) in try contents(mutated(original, using: &random)) {
                        // A name carries no checksum; contents do.
                        #expect(entries.values.contains(data), "\(name)")
                    }
                } catch is FormatError {
                    continue
                }
            }
        }
    }
}
