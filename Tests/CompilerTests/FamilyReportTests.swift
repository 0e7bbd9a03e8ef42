import Compiler
import CompilerTestSupport
import Testing

@Suite("What inspect says of a family")
struct FamilyReportTests {
    @Test("Each class with its route, the proof or the first difference")
    func routes() throws {
        let text = FamilyReport(try compileLlama()).text(withTypes: false)
        #expect(text.contains("llama (mlx-vlm "))
        #expect(text.contains(": full"))
        #expect(text.contains("Attention (language.py:18): StandardAttention"))
        #expect(text.contains("terms equal on every path"))
        #expect(text.contains("LlamaModel (language.py:113): translated literally"))
        #expect(text.contains("not StandardAttention:"))
        #expect(text.contains("ModelConfig (config.py:8): configuration, 18 fields"))
    }

    @Test("With types, every attribute, parameter and result")
    func types() throws {
        let text = FamilyReport(try compileLlama()).text(withTypes: true)
        #expect(text.contains("hidden_size: int"))
        #expect(text.contains("self.layers: ["))
        #expect(text.contains("sanitize(weights: {str: array}) -> {str: array}"))
    }

    @Test("A rejected family lists what blocks it")
    func rejected() throws {
        let folder = try TemporaryFolder()
        let source = try folder.mutatedPackage {
            try $0.changing(
                (
                    "        return self.norm(h)\n",
                    "        global counter\n        return mx.frob(h)\n"
                ))
        }
        let report = FamilyReport(try compileLlama(source: source))
        #expect(report.status == "rejected: call of 'mx.frob', global statement")
    }
}
