import FileTestSupport
import Foundation
import MediaTestSupport
import Testing

@testable import Media

@Suite("Sounds that cannot be read")
struct HostileSoundTests {
    private let folder = try! TemporaryFolder()

    private func files(_ group: String) throws -> [(name: String, bytes: Data)] {
        let groups: [String: [String: String]] = try PythonScript("smallsounds").run(in: folder)
        return try #require(groups[group]).sorted { $0.key < $1.key }
            .map { ($0.key, try #require(Data(base64Encoded: $0.value))) }
    }

    private func error(_ bytes: Data, limits: SoundLimits = .init()) -> MediaError? {
        do {
            _ = try Sound(MediaSource(bytes, name: "speech"), limits: limits)
            return nil
        } catch {
            return error
        }
    }

    @Test("have one error that names the file, whatever they claim to hold")
    func bombs() throws {
        let files = try files("bombs")
        for (name, bytes) in files {
            let found = error(bytes)
            #expect(found?.name == "speech" && found?.cause.isEmpty == false, "\(name)")
        }
    }

    @Test("end early in WAV files: each length is an error")
    func truncated() throws {
        for (name, bytes) in try files("sounds") where name.hasSuffix("wav") {
            #expect(error(bytes) == nil, "\(name)")
            for count in stride(from: 0, to: bytes.count, by: 7) {
                #expect(error(bytes.prefix(count)) != nil, "\(name), \(count) bytes")
            }
        }
    }

    @Test("have limits that a program chooses")
    func limits() throws {
        let bytes = try #require(try files("sounds").first { $0.name == "1-16.wav" }).bytes
        #expect(error(bytes, limits: SoundLimits(samples: 600)) == nil)
        #expect(
            error(bytes, limits: SoundLimits(samples: 599))?.cause
                == "300 samples of 2 channels are more than are allowed")
        #expect(
            error(bytes, limits: SoundLimits(channels: 1))?.cause == "2 channels are not supported")
        #expect(
            error(bytes, limits: SoundLimits(rates: 1...8_000))?.cause
                == "16000 samples a second are not supported")
    }

    @Test("are damaged in 2,000 ways: a sound or an error, and soon")
    func mutations() throws {
        let originals = try files("sounds")
        var random = SeededGenerator(seed: 8)
        let started = ProcessTime.ofThread
        var errors = 0
        for round in 0..<2_000 {
            var bytes = originals[round % originals.count].bytes
            for _ in 0...round % 3 where !bytes.isEmpty { bytes = mutated(bytes, using: &random) }
            let source = MediaSource(bytes, name: "speech \(round)")
            do {
                let sound = try Sound(source, limits: SoundLimits(samples: 1_000_000))
                #expect(!sound.samples.isEmpty && sound.samples.allSatisfy { abs($0) <= 1 })
            } catch {
                #expect(error.name == source.name && !error.cause.isEmpty)
                errors += 1
            }
        }
        #expect(errors > 500)
        #expect(ProcessTime.ofThread - started < 120)
    }

    @Test("may be of any rate and length: resampling gives as many samples as it says")
    func resampling() {
        for rate in [1_000, 7_919, 16_000, 44_100, 767_999] {
            for count in [1, 3, 1_000] {
                let sound = Sound(rate: rate, samples: [Float](repeating: 0.5, count: count))
                let resampled = sound.resampled(to: 16_000)
                #expect(resampled.samples.count == sound.sampleCount(at: 16_000))
                // A constant stays one, beyond its ends too.
                #expect(resampled.samples.allSatisfy { abs($0 - 0.5) < 1e-3 }, "\(rate), \(count)")
            }
        }
    }
}
