import Compiler
import Foundation

/// The scratch folder of a sweep: one result file a family, definitions, Swift, runs.
public struct SweepFolder: Sendable {
    public let url: URL
    public let package: ModelsPackage

    /// - Parameter isOther: whether another version than the installed one is swept.
    public init(_ url: URL, package: ModelsPackage, isOther: Bool = false) {
        self.url = url.appending(path: package.rawValue + (isOther ? "-other" : ""))
        self.package = package
    }

    func definition(of family: String, _ kind: ConfigurationKind) -> URL {
        url.appending(path: "definitions/\(kind.rawValue)/\(family).yml")
    }

    /// Where a family's generated files wait to be built.
    func generated(_ family: String) -> URL { url.appending(path: "generated/\(family)") }

    func run(_ family: String, _ kind: ConfigurationKind) -> URL {
        url.appending(path: "runs/\(kind.rawValue)/\(family)")
    }

    private func file(_ family: String) -> URL { url.appending(path: "results/\(family).json") }

    /// What is known of a family; an empty result if nothing is.
    func result(of family: String) -> SweptFamily {
        guard let data = try? Data(contentsOf: file(family)),
            let result = try? JSONDecoder().decode(SweptFamily.self, from: data)
        else { return SweptFamily(family: family, package: package) }
        return result
    }

    func save(_ result: SweptFamily) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        try write(
            String(decoding: try encoder.encode(result), as: UTF8.self), to: file(result.family))
    }

    func write(_ text: String, to file: URL) throws {
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        if (try? String(contentsOf: file, encoding: .utf8)) == text { return }
        try text.write(to: file, atomically: true, encoding: .utf8)
    }
}
