import Compiler
import Foundation
import Harness
import Instrumentation

/// `Reference/lines.json`: how many lines of each family are compared, and which are not.
struct LineTable {
    /// By package and family, `mlx-vlm/llama`.
    private(set) var families: [String: LineCoverage]
    private let file: URL

    /// The committed table; an empty one if there is none.
    ///
    /// - Throws: `HarnessError` if the file is no such table.
    init(_ file: URL = URL(filePath: Repository.path("Reference/lines.json"))) throws {
        self.file = file
        families = [:]
        guard let data = try? Data(contentsOf: file) else { return }
        do {
            families = try JSONDecoder().decode([String: LineCoverage].self, from: data)
        } catch {
            throw HarnessError.badResult(
                program: file.path, message: "is no table of lines: \(error)")
        }
    }

    /// What a family has in the table.
    subscript(definition: FamilyDefinition) -> LineCoverage? {
        get { families["\(definition.package.rawValue)/\(definition.family)"] }
        set { families["\(definition.package.rawValue)/\(definition.family)"] = newValue }
    }

    /// Writes the table, whole or not at all.
    func write() throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        try (encoder.encode(families) + Data("\n".utf8)).write(to: file, options: .atomic)
    }
}

extension LineCoverage {
    /// The coverage of all runs of a family together.
    init(_ result: FamilyVerification, _ map: LineMap) {
        self.init(
            compared: result.variants.flatMap { $0.comparison.entries.map($0.comparison.record) },
            left: result.variants.flatMap(\.uncomparedLines), map: map)
    }

    /// One line of JSON.
    func json() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(["lines": self]), as: UTF8.self)
    }
}
