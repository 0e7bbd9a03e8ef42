import ChildProcesses
import Foundation

/// Formats Swift source with the toolchain's `swift format`.
public enum SwiftFormat {
    /// The formatted files, in order.
    ///
    /// - Throws: `FormatError` if `swift format` is not there or refuses a file.
    public static func format(_ files: [RenderedFile]) throws -> [RenderedFile] {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("mlx-port-format-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try configuration.write(
            to: folder.appendingPathComponent(".swift-format"), atomically: true, encoding: .utf8)
        let urls = files.indices.map { folder.appendingPathComponent("\($0).swift") }
        for (file, url) in zip(files, urls) {
            try file.contents.write(to: url, atomically: true, encoding: .utf8)
        }
        try run(["format", "--in-place", "--parallel"] + urls.map(\.path))
        return try zip(files, urls).map { file, url in
            RenderedFile(path: file.path, contents: try String(contentsOf: url, encoding: .utf8))
        }
    }

    /// The project's own style; generated files are held to it wherever they are written. Only their lines are
    /// laid out here: the rules, each of them one more pass over a file, are for `swift format lint`.
    private static let configuration = """
        {
            "version": 1, "indentation": { "spaces": 4 }, "lineLength": 100,
            "rules": { \(rules.map { "\"\($0)\": false" }.joined(separator: ", ")) }
        }
        """

    /// The rules that rewrite a file where nothing says otherwise.
    private static let rules = [
        "DoNotUseSemicolons", "FileScopedDeclarationPrivacy", "FullyIndirectEnum",
        "GroupNumericLiterals", "NoAccessLevelOnExtensionDeclaration", "NoAssignmentInExpressions",
        "NoCasesWithOnlyFallthrough", "NoEmptyTrailingClosureParentheses", "NoLabelsInCasePatterns",
        "NoParensAroundConditions", "NoVoidReturnOnFunctionSignature", "OneCasePerLine",
        "OneVariableDeclarationPerLine", "OrderedImports", "ReturnVoidInsteadOfEmptyTuple",
        "UseExplicitNilCheckInConditions", "UseShorthandTypeNames", "UseSingleLinePropertyGetter",
        "UseTripleSlashForDocumentationComments",
    ]

    private static func run(_ arguments: [String]) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["swift"] + arguments
        let errors = Pipe.unshared()
        process.standardError = errors
        process.standardOutput = FileHandle.nullDevice
        do {
            try process.start()
        } catch {
            throw FormatError(description: "swift format could not be started: \(error)")
        }
        let message = String(
            decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        guard process.waitForExit() == 0 else {
            throw FormatError(description: "swift format failed: \(message)")
        }
    }
}

/// The formatter is missing, or the generated text is no Swift.
public struct FormatError: Error, CustomStringConvertible {
    public let description: String
}
