import FileTestSupport
import Foundation
import Media
import MediaTestSupport
import Testing

@testable import Processors

@Suite("Sounds and their features")
struct SoundTests {
    private struct Expected: Decodable {
        let name: String
        let rate: Int
        let channels: Int?
        let samples: String?
        let mono: String?
        let audio: String?
        let shape: [Int]?
        let features: String?
        let mask: String?
    }

    private func extractor(_ configuration: String = "{}") throws -> Gemma3nAudioFeatureExtractor {
        let folder = try TemporaryFolder()
        try folder.write("preprocessor_config.json", configuration)
        return try Gemma3nAudioFeatureExtractor(ProcessorFiles(in: folder.url))
    }

    @Test("are what Python reads, mixes, resamples and hears in them, to the last bit")
    func python() throws {
        let folder = try TemporaryFolder()
        let expected: [Expected] = try PythonScript("listen").run(in: folder)
        #expect(expected.count > 100)
        let extractor = try extractor()
        var different: [String] = []
        for file in expected {
            let sound = try Sound(
                MediaSource(contentsOf: folder.url.appending(path: file.name)))
            #expect(sound.rate == file.rate, "\(file.name)")
            guard let samples = file.samples else { continue }
            func check(_ part: String, _ isSame: Bool) {
                if !isSame { different.append("\(file.name): \(part)") }
            }
            let audio = try extractor.prepared(sound)
            check("samples", sound.channels == file.channels && digest(sound.samples) == samples)
            check("mono", digest(sound.mono().samples) == file.mono)
            check("audio", audio.rate == 16_000 && digest(audio.samples) == file.audio)
            let tensors = try extractor.features(of: [audio])
            let (features, mask) = try (
                #require(tensors["input_features"]), #require(tensors["input_features_mask"])
            )
            if case .float32(let values) = features.values {
                check("features", features.shape == file.shape && digest(values) == file.features)
            }
            if case .bool(let values) = mask.values { check("mask", digest(values) == file.mask) }
        }
        #expect(different.isEmpty)
    }

    private struct Features: Decodable {
        let folder: String
        let recordings: [Int]
        let shape: [Int]
        let features: String
        let mask: String
    }

    @Test(
        "have the Python's features with other configurations and several at a time, to the last bit"
    )
    func configurations() throws {
        let folder = try TemporaryFolder()
        let expected: [Features] = try PythonScript("features").run(in: folder)
        #expect(expected.count == 40)
        var different: [String] = []
        for group in expected {
            let extractor = try Gemma3nAudioFeatureExtractor(
                ProcessorFiles(in: folder.url.appending(path: group.folder)))
            let sounds = try group.recordings.map { index in
                let bytes = try Data(contentsOf: folder.url.appending(path: "\(index).raw"))
                return Sound(
                    rate: extractor.rate,
                    samples: bytes.withUnsafeBytes { Array($0.bindMemory(to: Float.self)) })
            }
            let tensors = try extractor.features(of: sounds)
            guard case .float32(let values)? = tensors["input_features"]?.values,
                case .bool(let mask)? = tensors["input_features_mask"]?.values
            else { throw ProcessorError("other types") }
            let isSame =
                tensors["input_features"]?.shape == group.shape
                && digest(values) == group.features && digest(mask) == group.mask
            if !isSame { different.append("\(group.folder) \(group.recordings)") }
        }
        #expect(different.isEmpty)
    }

    @Test("are refused where a configuration makes none, or asks for noise")
    func malformed() throws {
        func cause(_ configuration: String) -> String? {
            do {
                _ = try extractor(configuration)
                return nil
            } catch {
                return (error as? ProcessorError)?.cause
            }
        }
        #expect(cause("{}") == nil)
        #expect(cause(#"{"dither": 0.1}"#)?.hasPrefix("dither adds noise") == true)
        #expect(cause(#"{"frame_length_ms": 1e9}"#)?.hasPrefix("frame_length_ms is") == true)
        #expect(cause(#"{"hop_length_ms": 0}"#)?.hasPrefix("hop_length_ms is") == true)
        #expect(cause(#"{"feature_size": 0}"#)?.hasPrefix("feature_size is") == true)
        #expect(cause(#"{"per_bin_mean": [1]}"#)?.hasPrefix("per_bin_mean is") == true)
        #expect(cause(#"{"min_frequency": 9000}"#)?.hasSuffix("are no range") == true)
        #expect(
            cause(#"{"feature_extractor_type": "WhisperFeatureExtractor"}"#)
                == "feature_extractor_type WhisperFeatureExtractor is not supported")
        #expect(throws: ProcessorError("there is no recording")) {
            try extractor().features(of: [])
        }
    }
}
