import ArgumentParser
import ModelRuntime

/// `llm-tool list`: the supported model types.
struct List: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Lists the supported model types.")

    @Option(help: "Only the types of this package.")
    var package: PackageName?

    @Flag(help: "Print a JSON array.")
    var json = false

    func run() {
        let types = ModelOptions.factory.types
            .filter { package == nil || $0.package == package?.package }
            .sorted { ($0.name, $0.package.rawValue) < ($1.name, $1.package.rawValue) }
        guard json else {
            for type in types { Program.emit("\(type.name)\t\(type.package.rawValue)\n") }
            return
        }
        let entries = types.map { type -> OrderedJSON in
            ["model_type": .string(type.name), "package": .string(type.package.rawValue)]
        }
        Program.emit(OrderedJSON.array(entries).text() + "\n")
    }
}
