import Foundation
import Testing

@testable import Harness

@Suite("Checkpoints that the packages write")
struct CheckpointTests {
    private let verifier = CheckpointVerifier(tool: "", package: "mlx-lm")

    private var checkpoint: ConvertedCheckpoint {
        ConvertedCheckpoint(
            kind: "plain", model: "model", prompt: [1, 2], greedy: [3, 4], sampled: [5, 6])
    }

    @Test("are identical where both runs give the Python's ids")
    func identical() {
        let verdict = verifier.verdict(on: checkpoint) { arguments in
            .success(arguments.contains("--seed") ? [5, 6] : [3, 4])
        }
        #expect(verdict == .identical)
    }

    @Test("differ at the first other id")
    func differ() {
        #expect(
            verifier.verdict(on: checkpoint) { _ in .success([3, 4]) }
                == .differs("sampled: token 0 of 2 is 3, not 5"))
        #expect(
            verifier.verdict(on: checkpoint) { _ in .success([3]) }
                == .differs("greedy: token 1 of 2 is missing, not 4"))
    }

    @Test("differ where the tool does not load them")
    func fails() {
        let verdict = verifier.verdict(on: checkpoint) { _ in
            .failure(.init(message: "status 2: llm-tool: no"))
        }
        #expect(verdict == .differs("greedy: status 2: llm-tool: no"))
    }

    @Test("are refused where the Python writes none")
    func refused() {
        var checkpoint = checkpoint
        checkpoint.refused = "ValueError: no"
        #expect(
            verifier.verdict(on: checkpoint) { _ in .success([]) } == .refused("ValueError: no"))
    }
}
