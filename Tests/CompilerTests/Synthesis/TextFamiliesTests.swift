import Compiler
import CompilerTestSupport
import PythonSyntax
import Testing

@Suite("Text families of a package")
struct TextFamiliesTests {
    @Test("Those that take token ids alone and give logits")
    func visionLanguage() throws {
        let package = try PythonPackage.locate("mlx-vlm")
        let families = try Set(package.textFamilies())
        #expect(
            families.isSuperset(of: ["llama", "gemma3_text", "solar_open", "mamba2", "xing4_0"]))
        #expect(
            families.isDisjoint(with: [
                "gemma3", "qwen2_vl", "qwen3_embedding", "whisper", "sam3", "decider2",
            ]))
        #expect(families.count > 100)
    }

    @Test("All families of mlx-lm")
    func language() throws {
        let package = try PythonPackage.locate("mlx-lm")
        #expect(try package.textFamilies() == package.families())
    }
}
