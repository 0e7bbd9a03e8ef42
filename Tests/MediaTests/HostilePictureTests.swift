import FileTestSupport
import Foundation
import MediaTestSupport
import Testing

@testable import Media

@Suite("Pictures that cannot be read")
struct HostilePictureTests {
    private let folder = try! TemporaryFolder()

    /// The error that reading the bytes gives.
    private func error(
        _ bytes: [UInt8], limits: PictureLimits = .init()
    ) -> MediaError? {
        do {
            _ = try Picture(MediaSource(Data(bytes), name: "photo"), limits: limits)
            return nil
        } catch {
            return error
        }
    }

    @Test("have one error that names the file and the cause")
    func causes() throws {
        #expect(
            error(Array("GIF89a".utf8))?.description
                == "photo: it is not a JPEG, PNG or WebP file")
        #expect(throws: MediaError(folder.url.path, "it is not a file")) {
            try MediaSource(contentsOf: folder.url)
        }
        let missing = folder.url.appending(path: "missing.png")
        #expect(throws: MediaError(missing.path, "there is no such file")) {
            try MediaSource(contentsOf: missing)
        }
        let empty = try folder.write("empty.png", Data())
        #expect(throws: MediaError(empty.path, "it is empty")) {
            try MediaSource(contentsOf: empty)
        }
        let large = try folder.write("large.png", Data())
        try FileHandle(forWritingTo: large).truncate(atOffset: UInt64(MediaSource.sizeLimit) + 1)
        #expect(throws: MediaError(large.path, "it is larger than 1073741824 bytes")) {
            try MediaSource(contentsOf: large)
        }
        #expect(throws: MediaError("/dev/zero", "it is not a file")) {
            try MediaSource("/dev/zero")
        }
        #expect(
            throws: MediaError("https://example.org/a.png", "only files and data URLs are read")
        ) {
            try MediaSource("https://example.org/a.png")
        }
    }

    @Test("end early: each prefix of each format is an error")
    func truncated() throws {
        let files: [String: String] = try PythonScript("small").run(in: folder)
        for (name, encoded) in files {
            let bytes = Array(try #require(Data(base64Encoded: encoded)))
            #expect(error(bytes) == nil, "\(name)")
            // The last bytes of a JPEG or PNG file are only a mark of its end.
            for count in 0..<bytes.count - 40 {
                #expect(error(Array(bytes[..<count])) != nil, "\(name), \(count) bytes")
            }
        }
    }

    @Test("claim too many pixels, or none: an error before there is memory for them")
    func bombs() throws {
        let files: [String: String] = try PythonScript("bombs").run(in: folder)
        #expect(files.count > 5)
        for (name, encoded) in files {
            let found = error(Array(try #require(Data(base64Encoded: encoded))))
            #expect(found != nil, "\(name)")
            if name.hasPrefix("large") {
                #expect(found?.cause.contains("that are allowed") == true, "\(name)")
            }
        }
    }

    @Test("have a limit that a program chooses")
    func limits() throws {
        let files: [String: String] = try PythonScript("small").run(in: folder)
        let bytes = Array(try #require(files["small.png"].flatMap { Data(base64Encoded: $0) }))
        #expect(error(bytes, limits: PictureLimits(pixels: 20 * 14)) == nil)
        #expect(
            error(bytes, limits: PictureLimits(pixels: 20 * 14 - 1))?.cause
                == "20 × 14 pixels are more than the 279 that are allowed")
    }

    @Test("are damaged in 2,000 ways: a picture or an error, and soon")
    func mutations() throws {
        let files: [String: String] = try PythonScript("small").run(in: folder)
        let originals = try files.sorted { $0.key < $1.key }
            .map { try #require(Data(base64Encoded: $0.value)) }
        var random = SeededGenerator(seed: 5)
        let started = ProcessTime.ofThread
        var errors = 0
        for round in 0..<2_000 {
            var bytes = originals[round % originals.count]
            for _ in 0...round % 3 where !bytes.isEmpty { bytes = mutated(bytes, using: &random) }
            let source = MediaSource(bytes, name: "photo \(round)")
            do {
                let picture = try Picture(source, limits: PictureLimits(pixels: 4_000_000))
                #expect(picture.pixels.count == picture.width * picture.height * 3)
            } catch {
                #expect(error.name == source.name && !error.cause.isEmpty)
                errors += 1
            }
        }
        // Some changes do not matter; most do.
        #expect(errors > 800)
        #expect(ProcessTime.ofThread - started < 120)
    }

    @Test("in a data URL are read, or an error that repeats only its beginning")
    func dataURLs() throws {
        let files: [String: String] = try PythonScript("small").run(in: folder)
        let encoded = try #require(files["small.png"])
        let picture = try Picture(MediaSource("data:image/png;base64,\(encoded)"))
        #expect(picture.width == 20 && picture.height == 14)
        #expect(throws: MediaError("data:image/png;base64", "the data URL has no comma")) {
            try MediaSource("data:image/png;base64")
        }
        #expect(throws: MediaError("data:image/png,abc", "the data URL is not base64")) {
            try MediaSource("data:image/png,abc")
        }
        #expect(throws: MediaError("data:image/png;base64,", "it is empty")) {
            try MediaSource("data:image/png;base64,")
        }
        let long = "data:image/png;base64," + String(repeating: "QUJD", count: 100)
        let name = String(long.prefix(40)) + "…"
        #expect(throws: MediaError(name, "it is not a JPEG, PNG or WebP file")) {
            try Picture(MediaSource(long))
        }
    }
}
