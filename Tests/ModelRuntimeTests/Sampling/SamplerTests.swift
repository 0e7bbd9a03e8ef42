import FileTestSupport
import Foundation
import MLX
import OrderedCollections
import RuntimeTestSupport
import Testing

@testable import ModelRuntime

@Suite("A seed gives the draws that Python gives")
struct SamplerTests {
    /// What both sides are asked for, by the names of Python's parameters.
    struct Case: Encodable, CustomTestStringConvertible, Sendable {
        var sampler: [String: Double] = [:]
        var processors: [String: Double] = [:]
        var bias: [String: Double] = [:]
        var package = "mlx_vlm"
        var dtype = "float32"

        var testDescription: String { "\(package) \(dtype) \(sampler) \(processors) \(bias)" }
    }

    private static let samplers: [[String: Double]] = [
        [:], ["temp": 0.8], ["temp": 0.8, "top_p": 0.9], ["temp": 1.3, "top_k": 40],
        ["temp": 1, "top_p": 0.5, "top_k": 10], ["temp": 0.001], ["temp": 1, "min_p": 0.05],
        ["temp": 1, "xtc_probability": 0.5, "xtc_threshold": 0.02],
        ["temp": 1, "xtc_probability": 1, "xtc_threshold": 0],
        ["temp": 0.9, "top_p": 0.8, "min_p": 0.02, "xtc_probability": 0.3, "top_k": 20],
    ]
    /// mlx-vlm's own code fails where `min_p` is to keep more than one token.
    private static let samplersOfLM: [[String: Double]] = [
        ["temp": 1.5, "min_p": 0.9, "min_tokens_to_keep": 3]
    ]
    private static let samplersOfVLM: [[String: Double]] = [
        ["temp": 1, "top_n_sigma": 1], ["temp": 1, "top_n_sigma": 0.1], ["temp": 0.7, "p_less": 1],
        ["temp": 1, "typical_p": 0.4], ["temp": 1, "typical_p": 0.9, "top_k": 30],
    ]
    private static let processors: [[String: Double]] = [
        ["repetition_penalty": 1.7], ["repetition_penalty": 0.5, "repetition_context_size": 3],
        ["presence_penalty": 2.5], ["presence_penalty": -1, "presence_context_size": 0],
        ["frequency_penalty": 1.25, "frequency_context_size": 8],
        ["repetition_penalty": 1.2, "presence_penalty": 0.5, "frequency_penalty": 0.25],
    ]

    private static let cases: [Case] = ["float32", "bfloat16"].flatMap { dtype in
        ["mlx_vlm", "mlx_lm"].flatMap { package in
            let samplers = samplers + (package == "mlx_vlm" ? samplersOfVLM : samplersOfLM)
            let cases =
                samplers.map { Case(sampler: $0) }
                + processors.flatMap {
                    [Case(processors: $0), Case(sampler: ["temp": 0.9], processors: $0)]
                } + [Case(bias: ["3": 20, "77": 19.5, "400": -4])]
            return cases.map {
                var each = $0
                (each.package, each.dtype) = (package, dtype)
                return each
            }
        }
    }

    @Test("The same tokens, draw by draw, with every filter and penalty")
    func draws() throws {
        let expected: [[Int]] = try PythonProcess.run(script: Self.script, on: Self.cases)
        #expect(expected.count == Self.cases.count && Self.cases.count > 100)
        #expect(Set(expected).count > 40, "the options make a difference")
        for (each, tokens) in zip(Self.cases, expected) {
            #expect(try each.draw(24) == tokens, "\(each.testDescription)")
        }
    }

    @Test func topKHasToBeBelowTheVocabulary() {
        var parameters = SamplingParameters()
        (parameters.temperature, parameters.topK) = (1, 4)
        let sampler = Sampler(parameters, package: .mlxVLM)
        #expect(
            failure { try sampler(MLXArray.zeros([1, 4])) }
                == "top-k: 4 is not below the vocabulary's size 4")
    }

    private static let ranges: [(String, @Sendable (inout GenerationOptions) -> Void)] = [
        ("max-tokens", { $0.maxTokens = -2 }), ("temperature", { $0.temperature = -0.5 }),
        ("temperature", { $0.temperature = .nan }), ("top-p", { $0.topP = 1.5 }),
        ("top-k", { $0.topK = -1 }), ("prefill-step-size", { $0.prefillStepSize = 0 }),
        ("min-p", { $0.sampling.minP = -0.1 }),
        ("min-tokens-to-keep", { $0.sampling.minTokensToKeep = 0 }),
        ("top-n-sigma", { $0.sampling.topNSigma = -1 }),
        ("typical-p", { $0.sampling.typicalP = 0 }),
        ("xtc-probability", { $0.sampling.xtcProbability = 2 }),
        ("xtc-threshold", { $0.xtcThreshold = 0.6 }),
        ("repetition-penalty", { $0.logits.repetitionPenalty = -1 }),
        ("presence-penalty", { $0.logits.presencePenalty = .infinity }),
        ("frequency-context-size", { $0.logits.frequencyContext = -1 }),
        ("logit-bias", { $0.logits.bias = [-3: 1] }), ("max-kv-size", { $0.cache.maxSize = 0 }),
        ("kv-bits", { $0.cache.bits = 7 }), ("kv-group-size", { $0.cache.groupSize = 48 }),
        ("quantized-kv-start", { $0.cache.quantizedStart = -1 }),
    ]

    @Test("options outside their range are named", arguments: ranges.indices)
    func range(index: Int) {
        let (name, change) = Self.ranges[index]
        var options = GenerationOptions()
        change(&options)
        #expect(failure { try options.validate() }.hasPrefix("\(name): "))
    }

    /// The same draws by the package's own functions.
    private static let script = """
        import importlib, json, sys
        import mlx.core as mx
        from recorder import seeded

        scores = mx.array(seeded.weight("logits", (1, 500), 1)) * 30

        def draw(case):
            utils = importlib.import_module(case["package"] + ".sample_utils")
            whole = {"top_k", "min_tokens_to_keep", "p_less"}
            options = {k: int(v) if k in whole else v for k, v in case["sampler"].items()}
            if options.get("xtc_probability"):
                options["xtc_special_tokens"] = [39, 125]
                options.setdefault("xtc_threshold", 0.0)
            sampler = utils.make_sampler(**options)
            penalties = {k: int(v) if "context" in k else v for k, v in case["processors"].items()}
            bias = {int(k): v for k, v in sorted(case["bias"].items(), key=lambda e: int(e[0]))}
            processors = utils.make_logits_processors(bias, **penalties)
            tokens = [5]
            mx.random.seed(7)
            for step in range(24):
                logits = mx.roll(scores, step % 3, axis=1).astype(getattr(mx, case["dtype"]))
                for processor in processors:
                    logits = processor(mx.array(tokens, dtype=mx.uint32), logits)
                logprobs = logits - mx.logsumexp(logits, axis=-1, keepdims=True)
                tokens.append(sampler(logprobs).item())
            return tokens[1:]

        print(json.dumps([draw(case) for case in json.loads(sys.argv[1])]))
        """
}

extension SamplerTests.Case {
    private var parameters: SamplingParameters {
        var parameters = SamplingParameters()
        parameters.temperature = sampler["temp"] ?? 0
        parameters.topP = sampler["top_p"] ?? 0
        parameters.minP = sampler["min_p"] ?? 0
        parameters.minTokensToKeep = sampler["min_tokens_to_keep"].map { Int($0) } ?? 1
        parameters.topK = sampler["top_k"].map { Int($0) } ?? 0
        parameters.topNSigma = sampler["top_n_sigma"] ?? 0
        parameters.isPLess = sampler["p_less"] == 1
        parameters.typicalP = sampler["typical_p"] ?? 1
        parameters.xtcProbability = sampler["xtc_probability"] ?? 0
        parameters.xtcThreshold = sampler["xtc_threshold"] ?? 0
        parameters.xtcSpecialTokens = [39, 125]
        return parameters
    }

    private var options: LogitsOptions {
        var options = LogitsOptions()
        options.bias = OrderedDictionary(
            uniqueKeysWithValues: bias.map { (Int($0)!, $1) }.sorted { $0.0 < $1.0 })
        options.repetitionPenalty = processors["repetition_penalty"]
        options.presencePenalty = processors["presence_penalty"]
        options.frequencyPenalty = processors["frequency_penalty"]
        options.repetitionContext = processors["repetition_context_size"].map { Int($0) } ?? 20
        options.presenceContext = processors["presence_context_size"].map { Int($0) } ?? 20
        options.frequencyContext = processors["frequency_context_size"].map { Int($0) } ?? 20
        return options
    }

    /// Tokens drawn one after the other, each seen by the penalties on the next.
    func draw(_ count: Int) throws -> [Int] {
        let scores =
            SeededWeights(seed: 1).array(name: "logits", shape: [1, 500], dtype: .float32) * 30
        let types: [String: DType] = [
            "float32": .float32, "bfloat16": .bfloat16, "float16": .float16,
        ]
        let sampler = Sampler(parameters, package: package == "mlx_lm" ? .mlxLM : .mlxVLM)
        return try withRandomState(MLXRandom.RandomState(seed: 7)) {
            var tokens: [UInt32] = [5]
            for step in 0..<count {
                var logits = roll(scores, shift: step % 3, axis: 1).asType(types[dtype]!)
                for processor in options.processors {
                    logits = processor(logits, after: MLXArray(tokens))
                }
                let logprobs = logits - logSumExp(logits, axis: -1, keepDims: true)
                tokens.append(try sampler(logprobs).item(UInt32.self))
            }
            return tokens.dropFirst().map { Int($0) }
        }
    }
}
