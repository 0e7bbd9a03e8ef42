import ArgumentParser
import Foundation
import MLX
import ModelRuntime
import ModelTokenizers

/// `llm-tool embed`: texts in, vectors out, or the texts in the order of their nearness to a query.
struct Embed: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Gives texts vectors, or ranks them by a query.",
        discussion: "A line for each text: its vector, or with --query its likeness and itself.")

    @OptionGroup(title: "Model") var model: ModelOptions

    @Option(
        name: .shortAndLong, parsing: .singleValue,
        help: ArgumentHelp("A text (repeatable).", valueName: "text"))
    var text: [String] = []

    @Option(help: ArgumentHelp("A file with a text on each line; '-' is the standard input."))
    var file: String?

    @Option(help: ArgumentHelp("Prints the texts nearest to this one first.", valueName: "text"))
    var query: String?

    @Option(
        help: ArgumentHelp(
            "Writes the vectors as 'text_embeds' [count, dimensions].",
            valueName: "file.safetensors"))
    var output: String?

    @Flag(help: "Print one JSON object.")
    var json = false

    func run() throws {
        let texts = try text + lines()
        guard !texts.isEmpty else {
            throw ModelRuntimeError.input("there is no text: --text or --file is missing")
        }
        let loaded = try model.load()
        let embedder = try TextEmbedder(loaded, tokenizer: HuggingFaceTokenizer(loaded.directory))
        let vectors = try embedder(texts)
        if let output {
            try TensorFile.write(["text_embeds": vectors], to: URL(filePath: output))
        }
        let rows = rows(of: vectors)
        if let query {
            let direction = self.rows(of: try embedder([query]))[0]
            rank(texts, rows.map { zip($0, direction).reduce(0) { $0 + $1.0 * $1.1 } })
        } else if json {
            let entries = zip(texts, rows).map { text, row -> OrderedJSON in
                ["text": .string(text), "embedding": .array(row.map { .double(Double($0)) })]
            }
            Program.emit(OrderedJSON.object(["embeddings": .array(entries)]).text() + "\n")
        } else if output == nil {
            for row in rows {
                Program.emit(row.map { "\($0)" }.joined(separator: " ") + "\n")
            }
        }
    }

    private func rank(_ texts: [String], _ scores: [Float]) {
        let order = zip(texts, scores).enumerated().sorted {
            ($1.element.1, $0.offset) < ($0.element.1, $1.offset)
        }.map(\.element)
        guard json else {
            for (text, score) in order {
                Program.emit("\(String(format: "%.4f", score))\t\(text)\n")
            }
            return
        }
        let entries = order.map { text, score -> OrderedJSON in
            ["text": .string(text), "score": .double(Double(score))]
        }
        Program.emit(OrderedJSON.object(["ranking": .array(entries)]).text() + "\n")
    }

    private func rows(of vectors: MLXArray) -> [[Float]] {
        let (count, dimensions) = (vectors.dim(0), vectors.dim(1))
        let values = vectors.asType(.float32).asArray(Float.self)
        return (0..<count).map { Array(values[($0 * dimensions)..<(($0 + 1) * dimensions)]) }
    }

    private func lines() throws -> [String] {
        guard let file else { return [] }
        let data =
            file == "-"
            ? try FileHandle.standardInput.readToEnd() ?? Data()
            : FileManager.default.contents(atPath: file)
        guard let data, let text = String(validating: data, as: UTF8.self) else {
            throw ModelRuntimeError.input("--file: \(file) cannot be read as UTF-8 text")
        }
        return text.split(whereSeparator: \.isNewline).map(String.init)
    }
}
