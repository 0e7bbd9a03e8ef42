import ArgumentParser
import Foundation

/// The program: parses the command line, runs a command, turns what it throws into a message and an
/// exit code.
@main
struct LLMTool: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "llm-tool",
        abstract: "Runs MLX language models.",
        discussion: """
            Text goes to the standard output, everything else to the standard error.
            Exit codes: 0 fine, 2 bad arguments or input, 3 an unsupported model or input.
            """,
        version: Program.version,
        subcommands: [
            Generate.self, Chat.self, CachePrompt.self, Forward.self, Embed.self, Convert.self,
            Quantize.self, Fuse.self, Bench.self, Inspect.self, List.self, Call.self,
        ],
        defaultSubcommand: Generate.self)

    static func main() async {
        do {
            var command = try parseAsRoot()
            if var waiting = command as? any AsyncParsableCommand {
                try await waiting.run()
            } else {
                try command.run()
            }
        } catch {
            Foundation.exit(report(error))
        }
    }

    /// Prints a message where it belongs and gives the exit code.
    private static func report(_ error: any Error) -> Int32 {
        guard let failure = Failure(error) else {
            if exitCode(for: error) == .success {
                // --help and --version are answers, not errors.
                Program.emit(fullMessage(for: error) + "\n")
                return 0
            }
            Program.log(fullMessage(for: error))
            return Failure.Code.input.rawValue
        }
        Program.log("llm-tool: \(failure.message)")
        return failure.code.rawValue
    }
}

/// What all commands share.
enum Program {
    static let version = "0.1.0"

    /// Writes a line to the standard error.
    static func log(_ line: String) {
        try? FileHandle.standardError.write(contentsOf: Data((line + "\n").utf8))
    }

    /// Writes text to the standard output at once; ends the program if nobody takes it.
    static func emit(_ text: String) {
        do {
            try FileHandle.standardOutput.write(contentsOf: Data(text.utf8))
        } catch {
            log("llm-tool: cannot write the output")
            Foundation.exit(Failure.Code.input.rawValue)
        }
    }
}
