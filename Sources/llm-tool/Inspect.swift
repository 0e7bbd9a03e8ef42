import ArgumentParser
import Foundation
import ModelRuntime

/// `llm-tool inspect`: what a checkpoint holds.
struct Inspect: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Shows configuration, modules, parameters and quantisation of a model.")

    @OptionGroup(title: "Model") var model: ModelOptions

    @Flag(help: "Print one JSON object.")
    var json = false

    func run() throws {
        let summary = ModelSummary(try model.load(lazily: true))
        Program.emit((json ? summary.json.text(indented: true) : summary.text) + "\n")
    }
}
