import CompilerTestSupport
import Foundation
import Rendering

/// The Swift of all cases, as `Tests/Conformance/Swift` holds it.
public struct CaseTranslation {
    /// The formatted files, by name in that folder.
    public let files: [RenderedFile]

    /// The folder of the committed files.
    public static let folder = CaseFile.folder.appending(path: "Swift")

    /// Translates the cases.
    ///
    /// - Throws: `CaseError` with what the compiler refuses.
    public init(_ cases: [CompiledCases]) throws {
        let complaints = cases.flatMap(\.complaints)
        guard complaints.isEmpty else {
            throw CaseError(complaints.joined(separator: "\n"))
        }
        files = try SwiftFormat.format(
            cases.flatMap { try $0.rendered() } + [Self.calls(cases)])
    }

    /// Makes the files the committed ones.
    public func write() throws {
        for name in Repository.files(below: Self.folder, withSuffix: ".swift") {
            try FileManager.default.removeItem(at: Self.folder.appending(path: name))
        }
        for file in files {
            try Data(file.contents.utf8).write(
                to: Self.folder.appending(path: file.path), options: .atomic)
        }
    }

    /// What finds a case's file.
    private static func calls(_ cases: [CompiledCases]) -> RenderedFile {
        let lines = cases.map {
            "    case \"\($0.file.name)\": try \($0.file.functionName)(name, x)"
        }
        return RenderedFile(
            path: "calls.swift",
            contents: """
                /// Calls a case; `nil` if there is none of that name.
                func call(_ file: String, _ name: String, _ x: Arguments) throws -> [Value]? {
                    switch file {
                \(lines.joined(separator: "\n"))
                    default: nil
                    }
                }

                """)
    }
}
