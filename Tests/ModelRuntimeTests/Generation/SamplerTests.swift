import MLX
import Testing

@testable import ModelRuntime

@Suite("A seed gives the draws that Python gives")
struct SamplerTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var temperature: Double
        var topP = 1.0
        var topK = 0
        var package = ModelPackage.mlxVLM
        var float32: [Int]
        var bfloat16: [Int]
        var testDescription: String { "\(package.rawValue) \(temperature) \(topP) \(topK)" }
    }

    /// Twenty draws after `mx.random.seed(7)` from 30 times the seeded array `logits` [1, 500].
    private static let cases: [Case] = [
        Case(
            temperature: 0, float32: [Int](repeating: 125, count: 20),
            bfloat16: [Int](repeating: 95, count: 20)),
        Case(
            temperature: 0.8,
            float32: [
                39, 483, 148, 148, 198, 39, 280, 198, 22, 188, 381, 345, 476, 169, 205, 140, 213,
                193, 348, 76,
            ],
            bfloat16: [
                39, 483, 148, 148, 198, 39, 280, 198, 22, 188, 380, 345, 476, 169, 205, 140, 213,
                193, 348, 76,
            ]),
        Case(
            temperature: 0.8, topP: 0.9,
            float32: [
                39, 483, 148, 154, 198, 39, 279, 198, 22, 188, 380, 345, 476, 169, 205, 142, 213,
                193, 348, 77,
            ],
            bfloat16: [
                39, 483, 148, 154, 198, 39, 279, 198, 22, 188, 380, 345, 476, 169, 206, 143, 213,
                193, 348, 77,
            ]),
        Case(
            temperature: 1.3, topK: 40,
            float32: [
                18, 483, 122, 125, 173, 18, 222, 173, 18, 168, 365, 341, 476, 140, 183, 122, 183,
                168, 341, 53,
            ],
            bfloat16: [
                18, 483, 122, 125, 173, 18, 222, 173, 18, 168, 365, 341, 476, 140, 183, 122, 183,
                168, 341, 53,
            ]),
        Case(
            temperature: 1, topP: 0.5, topK: 10,
            float32: [
                18, 457, 95, 95, 140, 18, 199, 140, 18, 125, 341, 303, 457, 125, 140, 95, 140, 125,
                341, 39,
            ],
            bfloat16: [
                18, 393, 92, 92, 125, 18, 140, 125, 18, 95, 303, 199, 393, 95, 125, 92, 125, 95,
                303, 39,
            ]),
        Case(
            temperature: 0.001,
            float32: [
                95, 393, 125, 125, 125, 95, 341, 125, 95, 125, 393, 393, 393, 125, 125, 125, 125,
                125, 393, 125,
            ],
            bfloat16: [
                95, 393, 125, 125, 199, 95, 199, 199, 95, 125, 341, 341, 393, 125, 199, 125, 199,
                125, 341, 95,
            ]),
        Case(
            temperature: 0.001, package: .mlxLM,
            float32: [
                125, 393, 125, 125, 125, 125, 125, 125, 125, 125, 393, 125, 393, 125, 125, 125, 125,
                125, 125, 125,
            ],
            bfloat16: [
                95, 393, 125, 125, 199, 95, 199, 199, 95, 125, 341, 341, 393, 125, 199, 125, 199,
                125, 341, 95,
            ]),
    ]

    @Test("draws", arguments: cases)
    func draws(_ draws: Case) throws {
        for (dtype, expected) in [(DType.float32, draws.float32), (.bfloat16, draws.bfloat16)] {
            let logits =
                (SeededWeights(seed: 1).array(name: "logits", shape: [1, 500], dtype: .float32) * 30)
                .asType(dtype)
            let logprobs = logits - logSumExp(logits, axis: -1, keepDims: true)
            let sampler = Sampler(
                temperature: draws.temperature, topP: draws.topP, topK: draws.topK,
                package: draws.package)
            let tokens = try withRandomState(MLXRandom.RandomState(seed: 7)) {
                try (0..<20).map { _ in Int(try sampler(logprobs).item(UInt32.self)) }
            }
            #expect(tokens == expected)
        }
    }

    @Test func topKHasToBeBelowTheVocabulary() {
        let sampler = Sampler(temperature: 1, topK: 4, package: .mlxVLM)
        #expect(
            failure { try sampler(MLXArray.zeros([1, 4])) }
                == "top-k: 4 is not below the vocabulary's size 4")
    }

    private static let ranges: [(String, @Sendable (inout GenerationOptions) -> Void)] = [
        ("max-tokens", { $0.maxTokens = -2 }), ("temperature", { $0.temperature = -0.5 }),
        ("temperature", { $0.temperature = .nan }), ("top-p", { $0.topP = 1.5 }),
        ("top-k", { $0.topK = -1 }), ("prefill-step-size", { $0.prefillStepSize = 0 }),
    ]

    @Test("options outside their range are named", arguments: ranges.indices)
    func range(index: Int) {
        let (name, change) = Self.ranges[index]
        var options = GenerationOptions()
        change(&options)
        #expect(failure { try options.validate() }.hasPrefix("\(name): "))
    }
}
