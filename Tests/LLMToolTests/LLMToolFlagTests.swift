import Foundation
import ModelRuntime
import Testing

@Suite("Flags are documented, tested and completed")
struct LLMToolFlagTests {
    /// A command with its flags, as the program describes them.
    private struct Command {
        var name: String
        var flags: [(names: [String], help: String)]
    }

    private static let commands = Result<[Command], any Error> {
        let output = try LLMToolProcess("--experimental-dump-help").output
        let json = try OrderedJSON(parsing: output.utf8, file: "help")
        return (json["command"]?["subcommands"]?.array ?? []).compactMap { command in
            guard let name = command["commandName"]?.string, name != "help",
                command["shouldDisplay"] != false
            else { return nil }
            let arguments = (command["arguments"]?.array ?? []).filter {
                $0["shouldDisplay"] == true && $0["kind"] != "positional"
            }
            return Command(
                name: name,
                flags: arguments.map { argument in
                    let names = (argument["names"]?.array ?? []).compactMap { name in
                        name["name"]?.string.map { (name["kind"] == "long" ? "--" : "-") + $0 }
                    }
                    return (names, argument["abstract"]?.string ?? "")
                })
        }
    }

    /// The flags that users of mlx_lm.generate, mlx_vlm.generate and llama-cli expect.
    private static let expected = [
        "--model", "--prompt", "--system", "--system-prompt", "--max-tokens", "--temperature",
        "--temp", "--top-p", "--top-k", "--seed", "--stop", "--package", "--json", "--quiet",
        "--debug", "--list-config", "--ignore-chat-template", "--prefill-step-size", "--min-p",
        "--min-tokens-to-keep", "--top-n-sigma", "--p-less", "--typical-p", "--xtc-probability",
        "--xtc-threshold", "--repetition-penalty", "--repetition-context-size",
        "--presence-penalty", "--presence-context-size", "--frequency-penalty",
        "--frequency-context-size", "--logit-bias", "--extra-eos-token", "--max-kv-size",
        "--kv-bits", "--kv-group-size", "--quantized-kv-start", "--adapter-path", "--image",
        "--audio", "--video", "--resize", "--prompt-cache-file", "--chat-template-config",
        "--tools",
        "--hide-reasoning", "--memory-stats", "--prefill-response",
    ]

    @Test func generateHasWhatUsersExpect() throws {
        let commands = try Self.commands.get()
        let generate = try #require(commands.first { $0.name == "generate" })
        let names = Set(generate.flags.flatMap(\.names))
        #expect(Set(Self.expected).subtracting(names) == [])
    }

    @Test func everyCommandPrintsJSON() throws {
        for command in try Self.commands.get() {
            #expect(command.flags.contains { $0.names.contains("--json") }, "\(command.name)")
        }
    }

    /// What runs the program: the tests beside this one, those of whole ways, and the harness of `verify`.
    private func tests() throws -> String {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return try ["Tests/LLMToolTests", "Tests/EndToEndTests", "Generator/Harness"]
            .flatMap { folder in
                try FileManager.default.contentsOfDirectory(
                    at: root.appending(path: folder), includingPropertiesForKeys: nil)
            }
            .filter { $0.pathExtension == "swift" && $0.path != #filePath }
            .map { try String(contentsOf: $0, encoding: .utf8) }.joined()
    }

    @Test func everyFlagHasHelpAndIsInATest() throws {
        let tests = try self.tests()
        for command in try Self.commands.get() {
            #expect(!command.flags.isEmpty)
            for flag in command.flags
            where flag.names != ["-h", "--help"] && flag.names != ["--version"] {
                #expect(!flag.help.isEmpty, "\(command.name) \(flag.names)")
                #expect(
                    flag.names.contains { tests.contains("\"\($0)\"") },
                    "\(command.name) \(flag.names) is in no test")
            }
        }
    }

    @Test("completions for a shell", arguments: ["bash", "zsh", "fish"])
    func completions(shell: String) throws {
        let run = try LLMToolProcess("--generate-completion-script", shell)
        #expect(run.status == 0)
        for word in ["chat", "cache-prompt", "prompt-cache-file"] {
            #expect(run.output.contains(word))
        }
    }
}
