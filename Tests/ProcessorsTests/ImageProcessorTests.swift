import FileTestSupport
import Foundation
import Media
import MediaTestSupport
import Testing

@testable import Processors

@Suite("Image processors")
struct ImageProcessorTests {
    private struct Expected: Decodable {
        struct Tensor: Decodable, Equatable {
            let shape: [Int]
            let dtype: String
            let hash: String
        }

        let family: String
        let folder: String
        let pictures: [String]
        let tensors: [String: Tensor]
        let rows: [Int]?
        let cols: [Int]?
        let crops: [Int]?
        let error: String?

        var name: String { "\(family), \(folder), \(pictures)" }
    }

    private func described(_ tensor: PlainTensor) -> Expected.Tensor {
        switch tensor.values {
        case .float32(let values):
            .init(shape: tensor.shape, dtype: "float32", hash: digest(values))
        case .int64(let values): .init(shape: tensor.shape, dtype: "int64", hash: digest(values))
        case .bool(let values): .init(shape: tensor.shape, dtype: "bool", hash: digest(values))
        }
    }

    @Test("of eight families make of pictures, to the last bit, what the Python's make")
    func python() throws {
        let folder = try TemporaryFolder()
        let expected: [Expected] = try PythonScript("images").run(in: folder)
        #expect(expected.count > 450)
        var different: [String] = []
        for group in expected {
            let files = try ProcessorFiles(in: folder.url.appending(path: group.folder))
            let processor = try makeImageProcessor(modelType: group.family, files)
            let pictures = try group.pictures.map {
                try Picture(MediaSource(contentsOf: folder.url.appending(path: $0)))
            }
            do {
                let features = try processor.features(of: pictures)
                let tensors = Dictionary(
                    uniqueKeysWithValues: features.tensors.map { ($0, described($1)) })
                let isSame = tensors == group.tensors && layouts(features, agreeWith: group)
                if !isSame || group.error != nil { different.append(group.name) }
            } catch {
                if group.error == nil { different.append("\(group.name): \(error)") }
            }
        }
        #expect(expected.contains { $0.error != nil })
        #expect(different.isEmpty)
    }

    private func layouts(_ features: ImageFeatures, agreeWith expected: Expected) -> Bool {
        features.layouts.count == expected.pictures.count
            && features.layouts.enumerated().allSatisfy { index, layout in
                switch layout {
                case .crops(let count): count == expected.crops?[index]
                case .tiles(let rows, let columns):
                    rows == expected.rows?[index] && columns == expected.cols?[index]
                case .whole, .patches, .size: true
                }
            }
    }

    @Test("name the file and the value of a configuration that makes none")
    func malformed() throws {
        let folder = try TemporaryFolder()
        let path = folder.url.appending(path: "preprocessor_config.json").path
        func error(_ configuration: String, family: String = "gemma3") -> ProcessorError? {
            do {
                try folder.write("preprocessor_config.json", configuration)
                _ = try makeImageProcessor(modelType: family, ProcessorFiles(in: folder.url))
                return nil
            } catch {
                return error as? ProcessorError
            }
        }
        #expect(error("{}") == nil)
        #expect(error("[]")?.description == "\(path): it is an array instead of an object")
        #expect(error("{")?.file == path)
        #expect(
            error(#"{"do_resize": 1}"#)?.cause == "do_resize is number 1 instead of true or false")
        #expect(
            error(#"{"resample": 8}"#)?.cause
                == "resample is number 8 instead of a number from 0 to 7")
        #expect(
            error(#"{"image_mean": [0.5, 0.5]}"#)?.cause
                == "image_mean is an array instead of a number for each of three channels")
        for size in [
            "-3", "0", #"{"height": 5}"#, #"{"height": 99999999999999, "width": 3}"#, #""big""#,
            "[3]",
        ] {
            #expect(error(#"{"size": \#(size)}"#)?.file == path, "\(size)")
        }
        #expect(
            error(#"{"do_rescale": false, "do_normalize": false}"#)?.cause.hasPrefix("neither")
                == true)
        #expect(
            error(#"{"image_processor_type": "ViTImageProcessor"}"#)?.cause
                == "image_processor_type ViTImageProcessor is not supported")
        #expect(
            error(#"{"do_pan_and_scan": true}"#)?.cause.hasPrefix("do_pan_and_scan wants") == true)
        #expect(
            error("{}", family: "llama")?.cause == "the family llama has no image processor here")
        #expect(error(#"{"patch_size": 0}"#, family: "qwen2_vl")?.file == path)
    }

    @Test("want a picture, and refuse those that cannot be prepared")
    func pictures() throws {
        let folder = try TemporaryFolder()
        try folder.write("preprocessor_config.json", "{}")
        let files = try ProcessorFiles(in: folder.url)
        for family in ["gemma3n", "gemma3", "paligemma", "qwen2_vl", "idefics3", "pixtral"] {
            let processor = try makeImageProcessor(modelType: family, files)
            #expect(throws: ProcessorError("there is no picture")) {
                try processor.features(of: [])
            }
        }
        try folder.write("preprocessor_config.json", #"{"max_image_size": {"longest_edge": 1}}"#)
        let tiles = try makeImageProcessor(modelType: "idefics3", ProcessorFiles(in: folder.url))
        let small = Picture(width: 1, height: 1, pixels: [1, 2, 3])
        #expect(throws: ProcessorError("a picture would have 2119936 tiles: too many")) {
            try tiles.features(of: [small])
        }
        let thin = Picture(width: 201, height: 1, pixels: [UInt8](repeating: 9, count: 603))
        #expect(throws: ProcessorError.self) {
            try makeImageProcessor(modelType: "qwen2_vl", files).features(of: [thin])
        }
        try folder.write("preprocessor_config.json", #"{"size": {"shortest_edge": 1000000}}"#)
        let large = try makeImageProcessor(
            modelType: "gemma3n", ProcessorFiles(in: folder.url))
        #expect(throws: ProcessorError.self) { try large.features(of: [thin]) }
    }
}
