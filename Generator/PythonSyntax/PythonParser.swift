import EmbeddedPython
import Foundation

/// Parses Python source with CPython's own `ast` module into Swift values.
///
/// What the linked CPython accepts is what parses. Docstrings stay in the tree, as expression
/// statements. The parser is a value without state; it may be used from any thread.
public struct PythonParser: Sendable {
    public init() {}

    /// Parses a UTF-8 file.
    ///
    /// - Parameters:
    ///   - file: The file; its path is the module's ``ParsedModule/path``.
    ///   - moduleName: The dotted name, `mlx_vlm.models.llama.language`.
    /// - Throws: ``PythonSourceError`` if the file cannot be read, is not UTF-8 or not Python;
    ///   `PythonStartError` if there is no interpreter.
    public func parse(file: URL, moduleName: String) throws -> ParsedModule {
        try parse(bytes: read(file), moduleName: moduleName, path: file.path)
    }

    /// Parses source text.
    ///
    /// - Throws: ``PythonSourceError`` if the text is not Python; `PythonStartError` if there is no
    ///   interpreter.
    public func parse(
        source: String, moduleName: String, path: String = "<string>"
    ) throws -> ParsedModule {
        try parse(bytes: Data(source.utf8), moduleName: moduleName, path: path)
    }

    private func read(_ file: URL) throws -> Data {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder) else {
            throw PythonSourceError(path: file.path, message: "no such file")
        }
        guard !isFolder.boolValue else {
            throw PythonSourceError(path: file.path, message: "is a folder, not a Python file")
        }
        do {
            return try Data(contentsOf: file)
        } catch {
            throw PythonSourceError(
                path: file.path, message: "cannot be read: \(error.localizedDescription)")
        }
    }

    private func parse(bytes: Data, moduleName: String, path: String) throws -> ParsedModule {
        let source = try text(of: bytes, path: path)
        let python = try PythonInterpreter.shared
        return try python.withGIL {
            do {
                let tree = try python.importModule("ast").callMethod("parse", source, path)
                let body = try SyntaxReader().module(tree)
                return ParsedModule(
                    name: moduleName, path: path, source: source, sha256: try sha256(of: bytes),
                    body: body)
            } catch let error as PythonError {
                throw PythonSourceError(error, path: path, source: source)
            } catch let error as UnreadableNode {
                throw PythonSourceError(
                    path: path, line: error.span.line, column: error.span.column,
                    message: error.message, sourceLine: textOfLine(error.span.line, in: source))
            }
        }
    }

    /// The file's text without a byte order mark. Other encodings than UTF-8 and null characters
    /// are errors at their place.
    private func text(of bytes: Data, path: String) throws -> String {
        let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes
        let text = String(decoding: content, as: UTF8.self)
        let offending: (offset: Int, message: String)? =
            if let null = content.firstIndex(of: 0) {
                (null - content.startIndex, "null character in source text")
            } else if !text.utf8.elementsEqual(content) {
                // Decoding put a replacement in; what lies before the first one is intact.
                (
                    zip(text.utf8, content).prefix { $0 == $1 }.count,
                    "the file is not UTF-8"
                )
            } else {
                nil
            }
        guard let offending else { return text }
        let place = position(ofByte: offending.offset, in: content)
        throw PythonSourceError(
            path: path, line: place.line, column: place.column, message: offending.message,
            sourceLine: textOfLine(place.line, in: text))
    }

    private func sha256(of bytes: Data) throws -> String {
        try PythonInterpreter.shared.importModule("hashlib").callMethod("sha256", bytes)
            .callMethod("hexdigest").converted()
    }
}

extension PythonSourceError {
    /// CPython's own complaint about a source text.
    fileprivate init(_ error: PythonError, path: String, source: String) {
        let line = error.location?.line.flatMap { $0 > 0 ? $0 : nil }
        let text = line.flatMap { textOfLine($0, in: source) }
        // CPython counts characters here, and bytes in the tree: bytes everywhere in this module.
        let column = error.location?.column.flatMap { column in
            column > 0 ? text?.unicodeScalars.prefix(column - 1).utf8Count(and: column) : nil
        }
        self.init(
            path: path, line: line, column: line == nil ? nil : column,
            message: error.description, sourceLine: text)
    }
}

extension Substring.UnicodeScalarView {
    /// The byte column that follows these scalars; a column past the line's end stays past it.
    fileprivate func utf8Count(and column: Int) -> Int {
        let bytes = reduce(0) { $0 + UTF8.width($1) }
        return bytes + column - count
    }
}
