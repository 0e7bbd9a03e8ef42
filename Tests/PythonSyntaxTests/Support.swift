import Foundation
import PythonSyntax
import Testing

/// Foundation has an `Expression` too.
typealias Expression = PythonSyntax.Expression

/// The statements of a piece of Python.
func parseStatements(_ source: String) throws -> [Statement] {
    try PythonParser().parse(source: source, moduleName: "example").body
}

/// The only statement of a piece of Python.
func parseStatement(_ source: String) throws -> StatementKind {
    let statements = try parseStatements(source)
    try #require(statements.count == 1)
    return statements[0].kind
}

/// A Python expression.
func parseExpression(_ source: String) throws -> Expression {
    guard case .expression(let expression) = try parseStatement(source) else {
        throw NotAnExpression(source: source)
    }
    return expression
}

struct NotAnExpression: Error { let source: String }

/// A folder with the given files, removed when the value is let go.
final class TemporaryFolder {
    let url: URL

    init(_ files: [String: String] = [:]) throws {
        url = FileManager.default.temporaryDirectory.appending(path: "python-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        for (path, text) in files { try write(Data(text.utf8), to: path) }
    }

    @discardableResult
    func write(_ bytes: Data, to path: String) throws -> URL {
        let file = url.appending(path: path)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try bytes.write(to: file)
        return file
    }

    deinit { try? FileManager.default.removeItem(at: url) }
}

// MARK: - Trees by hand

let a = Expression(.name("a"))
let b = Expression(.name("b"))
let c = Expression(.name("c"))
let f = Expression(.name("f"))

func integer(_ value: Int) -> Expression { Expression(.constant(.integer(value))) }
func string(_ value: String) -> Expression { Expression(.constant(.string(value))) }
func name(_ value: String) -> Expression { Expression(.name(value)) }
func statement(_ kind: StatementKind) -> Statement { Statement(kind) }
