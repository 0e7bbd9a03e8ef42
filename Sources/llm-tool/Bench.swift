import ArgumentParser
import Foundation
import MLX
import ModelRuntime

/// `llm-tool bench`: how fast a model takes in a prompt and generates.
struct Bench: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Measures prompt and generation speed, time to the first token and memory.",
        discussion: """
            Greedy tokens after a prompt of random ids, without a tokenizer. With --vs-python the \
            package generates the same after each trial, in a process of its own that keeps its \
            model: medians are of pairs.
            """)

    @OptionGroup(title: "Model") var model: ModelOptions

    @Option(
        name: [.customShort("p"), .customLong("prompt-tokens")], help: "The prompt's length.")
    var promptTokens = 512

    @Option(
        name: [.customShort("g"), .customLong("generation-tokens")],
        help: "How many tokens are generated.")
    var generationTokens = 128

    @Option(
        name: [.customShort("n"), .customLong("num-trials")],
        help: "How many trials are counted; one more comes before them.")
    var trials = 5

    @Flag(name: .customLong("vs-python"), help: "Run the Python package beside it.")
    var vsPython = false

    @Option(
        help: ArgumentHelp("The interpreter that has the package.", valueName: "path"))
    var python = ".venv/bin/python"

    @Flag(
        help: ArgumentHelp(
            "Count pairs with other tokens too, and say how many there are: on a GPU the engine need not repeat itself."
        ))
    var allowDifferences = false

    @Flag(help: "Print one JSON object.")
    var json = false

    func validate() throws {
        guard vsPython || !allowDifferences else {
            throw ValidationError("--allow-differences is about --vs-python.")
        }
        guard promptTokens > 0, generationTokens > 1, trials > 0 else {
            throw ValidationError(
                "--prompt-tokens and --num-trials are at least 1, --generation-tokens at least 2.")
        }
    }

    func run() throws {
        let loaded = try model.load()
        let prompt = try randomPrompt(loaded.configuration.json)
        let reference =
            try vsPython
            ? PythonBench(
                interpreter: python, model: loaded.directory.url.path,
                package: loaded.configuration.package) : nil
        var (own, others): ([BenchTrial], [BenchTrial]) = ([], [])
        for trial in 0...trials {
            let mine = try measure(loaded, prompt)
            let other = try reference?.measure(prompt, count: generationTokens)
            if let other, other.tokens != mine.tokens, !allowDifferences {
                throw ModelRuntimeError.engine(
                    "the Python generates other tokens: nothing to compare")
            }
            guard trial > 0 else { continue }
            own.append(mine)
            if let other { others.append(other) }
        }
        report(own, others)
    }

    private func randomPrompt(_ configuration: OrderedJSON) throws -> [Int] {
        let count = configuration["vocab_size"] ?? configuration["text_config"]?["vocab_size"]
        guard let vocabulary = count?.int, vocabulary > 0 else {
            throw ModelRuntimeError.input("config.json says no vocab_size")
        }
        let ids = MLXRandom.randInt(
            low: 0, high: vocabulary, [promptTokens], key: MLXRandom.key(0))
        return ids.asArray(Int32.self).map(Int.init)
    }

    private func measure(_ loaded: LoadedModel, _ prompt: [Int]) throws -> BenchTrial {
        var options = GenerationOptions()
        options.temperature = 0
        options.maxTokens = generationTokens
        Memory.peakMemory = 0
        let clock = ContinuousClock()
        let start = clock.now
        var iterator = try TokenIterator(loaded, prompt: prompt, options: options)
        var tokens = [try iterator.next()].compactMap { $0 }
        let first = clock.now
        while let token = try iterator.next() { tokens.append(token) }
        return BenchTrial(
            promptTime: (first - start) / .seconds(1),
            generationTime: (clock.now - first) / .seconds(1),
            peakMemory: Memory.peakMemory, tokens: tokens)
    }

    private func report(_ own: [BenchTrial], _ others: [BenchTrial]) {
        let sides = [("llm-tool", own), ("python", others)].filter { !$0.1.isEmpty }
        let ratios = [
            ("prompt", zip(own, others).map { $1.promptTime / $0.promptTime }),
            ("generation", zip(own, others).map { $1.generationTime / $0.generationTime }),
        ].filter { !$0.1.isEmpty }.map { ($0.0, median($0.1)) }
        guard !json else {
            var answer: OrderedJSON = [
                "prompt_tokens": .int(promptTokens), "generation_tokens": .int(generationTokens),
                "trials": .int(trials),
            ]
            for (name, trials) in sides {
                answer[name] = BenchSummary(trials, promptTokens: promptTokens).json
            }
            if !ratios.isEmpty {
                var times: OrderedJSON = [:]
                for (phase, ratio) in ratios { times[phase] = .double(ratio) }
                answer["times_python"] = times
                answer["pairs_of_equal_tokens"] = .int(
                    zip(own, others).count { $0.tokens == $1.tokens })
            }
            return Program.emit(answer.text() + "\n")
        }
        for (name, trials) in sides {
            Program.emit("\(name): \(BenchSummary(trials, promptTokens: promptTokens).text)\n")
        }
        guard !ratios.isEmpty else { return }
        let texts = ratios.map { "\($0.0) \(String(format: "%.3f", $0.1))" }
        Program.emit(
            "times Python's speed, median of \(trials) pairs: \(texts.joined(separator: ", "))\n")
        let differing = zip(own, others).count { $0.tokens != $1.tokens }
        if differing > 0 { Program.emit("\(differing) of \(trials) pairs have other tokens\n") }
    }
}

/// One generation.
struct BenchTrial: Decodable {
    /// Seconds to the first token.
    let promptTime: Double
    /// Seconds from the first token to the last.
    let generationTime: Double
    /// The engine's highest memory use, in bytes.
    let peakMemory: Int
    let tokens: [Int]

    enum CodingKeys: String, CodingKey {
        case promptTime = "prompt_time"
        case generationTime = "generation_time"
        case peakMemory = "peak_memory"
        case tokens
    }
}

/// The medians of some trials.
private struct BenchSummary {
    let promptRate: Double
    let generationRate: Double
    let firstToken: Double
    let peakMemory: Double
    /// Of each trial, to be compared with the other side's in its pair.
    let generationRates: [Double]

    init(_ trials: [BenchTrial], promptTokens: Int) {
        firstToken = median(trials.map(\.promptTime))
        promptRate = Double(promptTokens) / firstToken
        generationRates = trials.map { Double($0.tokens.count - 1) / $0.generationTime }
        generationRate = median(generationRates)
        peakMemory = Double(trials.map(\.peakMemory).max() ?? 0) / 1e9
    }

    var text: String {
        String(
            format:
                "prompt %.3f tokens-per-sec, generation %.3f tokens-per-sec, first token after %.4f s, peak memory %.3f GB",
            promptRate, generationRate, firstToken, peakMemory)
    }

    var json: OrderedJSON {
        [
            "prompt_tps": .double(promptRate), "generation_tps": .double(generationRate),
            "time_to_first_token": .double(firstToken), "peak_memory": .double(peakMemory),
            "generation_tps_trials": .array(generationRates.map { .double($0) }),
        ]
    }
}

private func median(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    let middle = sorted.count / 2
    return sorted.count.isMultiple(of: 2)
        ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[middle]
}
