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

    @Test("Those that are shown pictures and answer in text are others")
    func seeing() throws {
        let package = try PythonPackage.locate("mlx-vlm")
        let families = try Set(package.seeingFamilies())
        #expect(families.isSuperset(of: ["gemma3", "qwen2_vl", "llava", "idefics3", "pixtral"]))
        #expect(try families.isDisjoint(with: package.textFamilies()))
        #expect(families.isDisjoint(with: ["sam3", "siglip", "bert"]))
        #expect(families.count > 70)
        #expect(try PythonPackage.locate("mlx-lm").seeingFamilies().isEmpty)
    }

    @Test("All families of mlx-lm")
    func language() throws {
        let package = try PythonPackage.locate("mlx-lm")
        #expect(try package.textFamilies() == package.families())
    }
}
