import Foundation
import ModelRuntime
import Testing

@Suite("llm-tool says what is wrong and ends with the right code")
struct LLMToolTests {
    private let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("llm-tool-tests-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    private func write(_ name: String, _ text: String) throws {
        try Data(text.utf8).write(to: folder.appendingPathComponent(name))
    }

    @Test func helpAndVersionAreAnswers() throws {
        let help = try LLMToolProcess("--help")
        #expect(help.status == 0)
        #expect(help.output.contains("generate") && help.output.contains("forward"))
        #expect(help.log.isEmpty)
        #expect(try LLMToolProcess("--version").output == "0.1.0\n")
    }

    @Test(
        "bad arguments end with 2",
        arguments: [
            [], ["--model"], ["--prompt", "x"],
            ["--model", "/nowhere", "--prompt", "x", "--bogus"],
            ["--model", "/nowhere", "--prompt", "x", "--max-tokens", "many"],
            ["forward", "--model", "/nowhere"], ["bogus"],
            ["--model", "/nowhere", "--prompt", "x", "--package", "mlx-xyz"],
        ])
    func arguments(arguments: [String]) throws {
        let run = try LLMToolProcess(arguments)
        #expect(run.status == 2)
        #expect(run.output.isEmpty)
        #expect(!run.log.isEmpty)
    }

    @Test(
        "values outside their range name the option",
        arguments: [
            ["--temperature=-1", "temperature"], ["--min-p=2", "min-p"],
            ["--kv-bits=7", "kv-bits"],
            ["--logit-bias=x", "logit-bias"], ["--repetition-penalty=-1", "repetition-penalty"],
            ["--top-p=2", "top-p"],
            ["--max-tokens=-7", "max-tokens"],
        ])
    func range(option: [String]) throws {
        let run = try LLMToolProcess("--model", folder.path, "--prompt", "x", option[0])
        #expect(run.status == 2)
        #expect(run.log.hasPrefix("llm-tool: \(option[1]): "))
    }

    @Test func aFolderThatIsNotThere() throws {
        let run = try LLMToolProcess("--model", "/nowhere", "--prompt", "x")
        #expect(run.status == 2)
        #expect(run.log == "llm-tool: there is no folder at /nowhere\n")
    }

    @Test func aFolderWithoutConfiguration() throws {
        let run = try LLMToolProcess("inspect", "--model", folder.path)
        #expect(run.status == 2)
        #expect(run.log == "llm-tool: config.json is missing in \(folder.path)\n")
    }

    @Test func anUnknownModelTypeEndsWith3() throws {
        try write("config.json", #"{"model_type":"lllama-x"}"#)
        for command in [["--prompt", "x"], ["--list-config"]] {
            let run = try LLMToolProcess(["--model", folder.path] + command)
            #expect(run.status == 3)
            #expect(
                run.log.hasPrefix(
                    #"llm-tool: config.json: the model_type "lllama-x" is not supported"#))
        }
    }

    @Test func aMissingPromptFile() throws {
        try write("config.json", #"{"model_type":"llama"}"#)
        let run = try LLMToolProcess("--model", folder.path, "--prompt", "@/nowhere.txt")
        #expect(run.status == 2)
        #expect(run.log == "llm-tool: --prompt: cannot read /nowhere.txt\n")
    }

    @Test func mediaAreRefusedRatherThanDropped() throws {
        try write("config.json", #"{"model_type":"llama"}"#)
        try write("a", "")
        let file = folder.appendingPathComponent("a").path
        for (option, name) in [
            ("--image", "images"), ("--audio", "recordings"), ("--video", "films"),
        ] {
            let run = try LLMToolProcess("--model", folder.path, "--prompt", "x", option, file)
            #expect(run.status == 3)
            #expect(
                run.log
                    == "llm-tool: the model \"llama\" takes no \(name), and 1 of them was given\n")
            let missing = try LLMToolProcess(
                "--model", folder.path, "--prompt", "x", option, "/nowhere")
            #expect(missing.status == 2)
            #expect(missing.log == "llm-tool: \(option): cannot read /nowhere\n")
        }
    }

    @Test func forwardNamesAMalformedInputFile() throws {
        try write("config.json", #"{"model_type":"llama"}"#)
        try write("in.safetensors", "nonsense that is long enough")
        let output = folder.appendingPathComponent("out.safetensors")
        let run = try LLMToolProcess(
            "forward", "--model", folder.path, "--inputs", folder.path + "/in.safetensors",
            "--output", output.path)
        #expect(run.status == 2)
        #expect(run.log.hasPrefix("llm-tool: in.safetensors: the header claims"))
        #expect(!FileManager.default.fileExists(atPath: output.path))
    }

    @Test func listGivesTypesAndPackages() throws {
        let text = try LLMToolProcess("list")
        let json = try LLMToolProcess("list", "--json")
        #expect(text.status == 0 && json.status == 0)
        let types = try #require(OrderedJSON(parsing: json.output.utf8, file: "list").array)
        #expect(text.output.split(separator: "\n").count == types.count)
    }
}
