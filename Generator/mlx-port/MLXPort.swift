import ArgumentParser

/// The compiler's command line.
@main
struct MLXPort: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mlx-port",
        abstract: "Compiles the Python source of MLX models to Swift and proves the two equal.",
        version: "0.1",
        subcommands: [Generate.self, Inspect.self, Record.self, Compare.self, Verify.self])
}
