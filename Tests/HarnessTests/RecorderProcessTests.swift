import Foundation
import Harness
import Testing

@Suite("Trials of configurations in Python")
struct RecorderProcessTests {
    private struct Answer: Decodable {
        let runs: Bool
        let stage: Int
        let error: String?
        let frames: [Frame]
        struct Frame: Decodable { let file: String }
    }

    private func ask(_ process: RecorderProcess, heads: Int) throws -> Answer {
        let request = """
            {"package": "mlx-vlm", "family": "qwen2", "seed": 7, "vocabulary": 97, "batches": [1], \
            "prompt_length": 5, "decode_steps": 2, "config": {"model_type": "qwen2", \
            "hidden_size": 32, "num_hidden_layers": 2, "intermediate_size": 48, \
            "num_attention_heads": 4, "num_key_value_heads": \(heads), "rms_norm_eps": 1e-6, \
            "vocab_size": 97, "rope_theta": 10000.0}}
            """
        let answer = try #require(try process.ask(Data(request.utf8)))
        return try JSONDecoder().decode(Answer.self, from: answer)
    }

    @Test("One process answers one configuration after the other, with Python's words and place")
    func answers() throws {
        let process = RecorderProcess(Repository.python)
        #expect(try ask(process, heads: 2).runs)
        let refused = try ask(process, heads: 3)
        #expect(!refused.runs)
        #expect(refused.stage == 2)
        #expect(refused.error?.contains("n_heads must be a multiple of n_kv_heads") == true)
        #expect(refused.frames.contains { $0.file == "qwen2/language.py" })
        #expect(try ask(process, heads: 4).runs)
    }

    private func show(_ layouts: String, tokens: [Int] = [95], after: [Int] = []) throws
        -> [String: Any]
    {
        let request = """
            {"package": "mlx-vlm", "family": "llava", "seed": 7, "vocabulary": 97, "batches": [1, 2], \
            "prompt_length": 13, "decode_steps": 1, "config": {"model_type": "llava", \
            "vocab_size": 97, "image_token_index": 95, "text_config": {"model_type": "llama", \
            "hidden_size": 32, "num_hidden_layers": 2, "intermediate_size": 48, \
            "num_attention_heads": 4, "num_key_value_heads": 2, "rms_norm_eps": 1e-6, \
            "vocab_size": 97, "rope_theta": 10000.0}, "vision_config": {"hidden_size": 16, \
            "model_type": "clip_vision_model", "num_hidden_layers": 2, "intermediate_size": 24, \
            "num_attention_heads": 2, "image_size": 28, "patch_size": 14}}, \
            "media": {"tokens": \(tokens), "before": [], "after": \(after), "ends": [1, 2], \
            "layouts": \(layouts)}}
            """
        let answer = try #require(
            try RecorderProcess(Repository.python).ask(Data(request.utf8)))
        return try #require(
            try JSONSerialization.jsonObject(with: answer) as? [String: Any])
    }

    @Test("A model that sees is shown layouts until one makes a difference at as many tokens")
    func media() throws {
        let answer = try show(
            "[{\"pixel_values\": {\"shape\": [4, 588]}}, {\"pixel_values\": {\"shape\": [1, 3, 28, 28]}}]"
        )
        #expect(answer["runs"] as? Bool == true, "\(answer)")
        let shown = try #require(answer["shown"] as? [String: Any])
        #expect(shown["layout"] as? Int == 1)
        #expect(shown["batches"] as? [Int] == [1, 2])
        #expect(shown["marks"] as? [[String: Int]] == [["token": 95, "at": 1, "count": 4]])
    }

    @Test("A layout says how many tokens for the end there are")
    func ends() throws {
        let answer = try show(
            "[{\"pixel_values\": {\"shape\": [4, 588]}}, {\"pixel_values\": {\"shape\": [1, 3, 28, 28]}}]",
            after: [92])
        let shown = try #require(answer["shown"] as? [String: Any])
        #expect(
            shown["marks"] as? [[String: Int]] == [
                ["token": 95, "at": 1, "count": 4], ["token": 92, "at": 5, "count": 2],
            ])
    }

    @Test("A token that counts from the end has to be one of the vocabulary")
    func negativeToken() throws {
        let answer = try show("[{\"pixel_values\": {\"shape\": [1, 3, 28, 28]}}]", tokens: [-200])
        #expect(answer["runs"] as? Bool == false)
        #expect(
            (answer["error"] as? String)?.contains("-200 counts from the end of vocab_size") == true
        )
    }

    @Test("Where no layout fits, the error is that of the layout that came furthest")
    func refusedMedia() throws {
        let answer = try show("[{\"pixel_values\": {\"shape\": [4, 588]}}]")
        #expect(answer["runs"] as? Bool == false)
        #expect(answer["stage"] as? Int == 2)
        #expect((answer["frames"] as? [[String: Any]])?.isEmpty == false)
    }

    @Test("An interpreter that is not there is an error that says what to do")
    func missing() {
        let process = RecorderProcess(PythonReference(repository: "/nowhere"))
        #expect(throws: HarnessError.self) { try process.ask(Data("{}".utf8)) }
    }
}
