import Foundation
import ModelRuntime

/// A prompt of the command line: the text itself, `-` for the standard input, `@file` for a file.
struct PromptText {
    private let argument: String

    init(_ argument: String) { self.argument = argument }

    /// Whether the text stands on the command line.
    var isTyped: Bool { argument != "-" && !argument.hasPrefix("@") }

    /// The text, from where it is.
    ///
    /// - Throws: ``ModelRuntimeError`` for a file that cannot be read, and bytes that are no UTF-8.
    func text() throws -> String {
        if argument == "-" {
            return try text(
                FileHandle.standardInput.readToEnd() ?? Data(), of: "the standard input")
        }
        guard argument.hasPrefix("@") else { return argument }
        let file = String(argument.dropFirst())
        guard let data = FileManager.default.contents(atPath: file) else {
            throw ModelRuntimeError.input("--prompt: cannot read \(file)")
        }
        return try text(data, of: file)
    }

    private func text(_ data: Data, of place: String) throws -> String {
        guard let text = String(validating: data, as: UTF8.self) else {
            throw ModelRuntimeError.input("--prompt: \(place) is not UTF-8 text")
        }
        return text
    }
}
