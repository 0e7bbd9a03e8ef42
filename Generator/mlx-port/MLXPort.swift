import ArgumentParser
import Foundation

/// The compiler's command line.
@main
struct MLXPort: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mlx-port",
        abstract: "Compiles the Python source of MLX models to Swift and proves the two equal.",
        version: "0.1",
        subcommands: [
            Generate.self, Inspect.self, New.self, Record.self, Compare.self, Verify.self,
            Checkpoints.self,
            Diff.self, Drift.self,
            SweepCommand.self, MutateCommand.self, Reduce.self, Replay.self, Ops.self,
        ])

    static func main() {
        do {
            var command = try parseAsRoot()
            try command.run()
        } catch {
            // The parser's own code for bad arguments is 64; here it is 2.
            guard exitCode(for: error) == .validationFailure else { exit(withError: error) }
            note(fullMessage(for: error))
            Foundation.exit(2)
        }
    }
}
