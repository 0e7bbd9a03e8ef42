import ArgumentParser
import Foundation
import ModelRuntime
import ModelSessions

/// What the chat template is told beside the conversation, and what is made of the answer's parts.
struct TemplateOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The tools that the model may call: a JSON array of their schemas.", valueName: "file"))
    var tools: String?

    @Option(
        name: .customLong("chat-template-config"),
        help: ArgumentHelp(
            "Further variables of the chat template, as a JSON object.", valueName: "json"))
    var templateConfiguration: String?

    @Flag(
        name: .customLong("hide-reasoning"),
        help: "Leave out what the model thinks before it answers.")
    var hidesReasoning = false

    /// The schemas of the tools.
    ///
    /// - Throws: ``ModelRuntimeError`` if the file is no array of objects with a function's name.
    func schemas() throws -> [OrderedJSON] {
        guard let tools else { return [] }
        guard let data = FileManager.default.contents(atPath: tools) else {
            throw ModelRuntimeError.input("--tools: cannot read \(tools)")
        }
        let json = try OrderedJSON(parsing: data, file: tools)
        guard let schemas = json.array else {
            throw ModelRuntimeError.input("\(tools): expected an array, found \(json.summary)")
        }
        for (index, schema) in schemas.enumerated()
        where schema["function"]?["name"]?.string == nil {
            throw ModelRuntimeError.input(
                "\(tools): tool \(index) has no \"function\" with a \"name\"")
        }
        return schemas
    }

    /// The further variables.
    ///
    /// - Throws: ``ModelRuntimeError`` if the text is no JSON object.
    func context() throws -> [String: OrderedJSON] {
        guard let templateConfiguration else { return [:] }
        let json = try OrderedJSON(
            parsing: templateConfiguration.utf8, file: "--chat-template-config")
        guard let object = json.object else {
            throw ModelRuntimeError.input(
                "--chat-template-config: expected an object, found \(json.summary)")
        }
        return Dictionary(uniqueKeysWithValues: object.map { ($0.key, $0.value) })
    }
}
