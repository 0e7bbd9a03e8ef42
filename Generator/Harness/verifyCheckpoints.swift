import Foundation

/// Compares what the tool generates from checkpoints that a package wrote with what the package does.
public struct CheckpointVerifier: Sendable {
    /// The path of the `llm-tool` that is judged.
    public var tool: String
    /// The package that wrote the checkpoints: its family serves the `model_type`.
    public var package: String

    /// A verifier; nothing is run yet.
    public init(tool: String, package: String) {
        self.tool = tool
        self.package = package
    }

    /// Runs the tool on a checkpoint, greedily and drawing.
    ///
    /// - Throws: ``HarnessError`` if the tool cannot be started.
    public func verdict(on checkpoint: ConvertedCheckpoint) throws -> CheckpointVerdict {
        try verdict(on: checkpoint) { try run(checkpoint, $0) }
    }

    /// Compares what `generate` gives, greedily and drawing, with what the Python gives.
    ///
    /// - Parameter generate: the ids, given the arguments that say how they are chosen.
    func verdict(
        on checkpoint: ConvertedCheckpoint,
        generate: ([String]) throws -> Result<[Int], Failure>
    ) rethrows -> CheckpointVerdict {
        if let reason = checkpoint.refused { return .refused(reason) }
        let runs = [
            ("greedy", checkpoint.greedy, ["--temperature", "0"]),
            ("sampled", checkpoint.sampled, ConvertedCheckpoint.sampling),
        ]
        for (name, expected, sampling) in runs {
            guard let expected else { return .refused("it generates nothing") }
            switch try generate(["--max-tokens", String(expected.count)] + sampling) {
            case .success(let ids) where ids == expected: continue
            case .success(let ids):
                let place = zip(ids, expected).prefix { $0 == $1 }.count
                return .differs(
                    "\(name): token \(place) of \(expected.count) is "
                        + "\(place < ids.count ? String(ids[place]) : "missing"), not "
                        + "\(place < expected.count ? String(expected[place]) : "the end")")
            case .failure(let failure): return .differs("\(name): \(failure.message)")
            }
        }
        return .identical
    }

    /// Why there are no ids.
    struct Failure: Error {
        let message: String
    }

    private struct Tokens: Decodable {
        let tokens: [Int]
    }

    private func run(
        _ checkpoint: ConvertedCheckpoint, _ sampling: [String]
    ) throws -> Result<[Int], Failure> {
        guard let model = checkpoint.model, let prompt = checkpoint.prompt else {
            return .failure(Failure(message: "the recorder names no checkpoint"))
        }
        let outcome = try Subprocess(
            executable: tool,
            arguments: [
                "generate", "--model", model, "--package", package, "--json",
                "--prompt-ids", prompt.map(String.init).joined(separator: ","),
            ] + (checkpoint.adapter.map { ["--adapter-path", $0] } ?? []) + sampling,
            advice: "build it with `swift build --product llm-tool`"
        ).run()
        guard outcome.status == 0 else {
            let lines = outcome.errorLines.prefix(4).joined(separator: " / ")
            return .failure(Failure(message: "status \(outcome.status): \(lines.prefix(400))"))
        }
        guard let result = try? JSONDecoder().decode(Tokens.self, from: outcome.output) else {
            return .failure(Failure(message: "no ids in what it prints"))
        }
        return .success(result.tokens)
    }
}

/// What came of the checkpoints of one family.
public struct FamilyCheckpoints: Sendable {
    /// The definition's path.
    public var definition: String
    /// By kind, in the order in which they were written; empty if the family could not be run.
    public var verdicts: [(kind: String, verdict: CheckpointVerdict)] = []
    /// Why there is none.
    public var failure: String?

    /// Whether no checkpoint differs.
    public var passes: Bool {
        failure == nil
            && !verdicts.contains {
                if case .differs = $0.verdict { true } else { false }
            }
    }
}

/// Has checkpoints of families written by their packages and compares what both sides generate.
///
/// - Parameters:
///   - families: the definitions' paths, with their packages.
///   - kinds: which checkpoints; all if empty.
///   - jobs: how many families at once.
///   - folder: where checkpoints go; those of a family are removed if all of them pass.
///   - finished: called after each family, one at a time.
public func verifyCheckpoints(
    of families: [(definition: String, package: String)], kinds: [String],
    using python: PythonReference, tool: String, jobs: Int, folder: String,
    finished: (FamilyCheckpoints) -> Void
) {
    performInOrder(families, jobs: jobs, worker: RecorderProcess(python)) { recorder, family in
        var result = FamilyCheckpoints(definition: family.definition)
        let place = "\(folder)/\(family.package)/\(stem(of: family.definition))"
        let verifier = CheckpointVerifier(tool: tool, package: family.package)
        do {
            for checkpoint in try recorder.convert(
                family.definition, kinds: kinds, folder: place)
            {
                result.verdicts.append((checkpoint.kind, try verifier.verdict(on: checkpoint)))
            }
        } catch {
            result.failure = "\(error)"
        }
        if result.passes { try? FileManager.default.removeItem(atPath: place) }
        return result
    } finished: {
        finished($1)
    }
}

private func stem(of path: String) -> String {
    URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent
}
