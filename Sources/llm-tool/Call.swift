import ArgumentParser
import Foundation
import ModelRuntime

/// `llm-tool call`: one module of a model by itself. Only a tool that was built for a comparison can.
struct Call: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Calls one module by itself, as 'mlx-port reduce' recorded it.",
        shouldDisplay: false)

    @Option(help: ArgumentHelp("What 'mlx-port reduce' wrote.", valueName: "folder"))
    var module: String

    @Option(
        help: "The package whose family is used. Default: mlx-vlm's where it has the model type.")
    var package: PackageName?

    @Option(
        help: ArgumentHelp("Where what it gives goes to.", valueName: "file.safetensors"))
    var output: String

    func run() throws {
        let call = try ModuleCall(URL(filePath: module, directoryHint: .isDirectory))
        try TensorFile.write(
            call(ModelOptions.factory, package: package?.package), to: URL(filePath: output))
    }
}
