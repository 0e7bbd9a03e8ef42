import Foundation

/// A Python file of a package.
public struct PythonFile: Hashable, Sendable {
    /// The dotted name, `mlx_vlm.models.llama.language`.
    public let moduleName: String
    public let file: URL
    /// The path from the folder that holds the package, `mlx_vlm/models/llama/language.py`.
    public let relativePath: String

    /// Parses the file.
    ///
    /// - Throws: ``PythonSourceError``.
    public func parse() throws -> ParsedModule {
        try PythonParser().parse(file: file, moduleName: moduleName)
    }
}

/// The Python files of one model family: a folder below `models/` (mlx-vlm) or one file (mlx-lm).
public struct PythonFamily: Hashable, Sendable {
    /// `llama`.
    public let name: String
    /// Whether it is a folder with an `__init__.py`, rather than one file.
    public let isFolder: Bool
    /// In alphabetic order, those of subfolders included.
    public let files: [PythonFile]

    /// The file of that name, `language` for `language.py`; `nil` if the family has none.
    public func file(named name: String) -> PythonFile? {
        files.first { $0.file.deletingPathExtension().lastPathComponent == name }
    }
}

extension PythonPackage {
    private var modelsFolder: URL { folder.appending(path: "models") }

    /// The names of all families, in alphabetic order: every folder of Python files below
    /// `models/`, and every file there that makes a class `Model` available.
    ///
    /// - Throws: ``PythonSourceError`` if a file that may be one cannot be parsed.
    public func families() throws -> [String] {
        try modelsFolder.contents.compactMap { entry in
            if entry.isFolder {
                let isFamily =
                    !entry.lastPathComponent.hasPrefix("__")
                    && entry.contents.contains { $0.pathExtension == "py" }
                return isFamily ? entry.lastPathComponent : nil
            }
            return try isSingleFileFamily(entry)
                ? entry.deletingPathExtension().lastPathComponent : nil
        }.sorted()
    }

    /// The names of the files and folders below `models/`, families among them, in alphabetic order.
    public var modelNames: [String] {
        modelsFolder.contents.map { $0.deletingPathExtension().lastPathComponent }.sorted()
    }

    /// A family's Python files.
    ///
    /// - Throws: ``PythonPackageError`` that names the nearest families if there is none of that
    ///   name.
    public func family(_ name: String) throws -> PythonFamily {
        let isPlainName =
            !name.isEmpty && !name.contains("/") && !name.hasPrefix(".")
            && !name.hasPrefix("__")
        let folder = modelsFolder.appending(path: name)
        let file = modelsFolder.appending(path: "\(name).py")
        if isPlainName, folder.isFolder {
            let files = pythonFiles(below: folder)
            if !files.isEmpty { return PythonFamily(name: name, isFolder: true, files: files) }
        }
        if isPlainName, file.isFile, try isSingleFileFamily(file) {
            return PythonFamily(name: name, isFolder: false, files: [pythonFile(file)])
        }
        throw try unknownFamily(name)
    }

    /// The files that families share: those directly below `models/` that are no family, such as
    /// `base.py` and `cache.py`.
    ///
    /// - Throws: ``PythonSourceError`` if one cannot be parsed.
    public func sharedFiles() throws -> [PythonFile] {
        try modelsFolder.contents
            .filter { try $0.pathExtension == "py" && !isSingleFileFamily($0) }
            .map(pythonFile)
    }

    /// The file of a module by its dotted name, `mlx_vlm.models.base`; `nil` if this package has
    /// none of that name.
    public func file(ofModule moduleName: String) -> PythonFile? {
        let parts = moduleName.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.first.map(String.init) == name,
            parts.allSatisfy({ !$0.isEmpty && !$0.contains("/") })
        else { return nil }
        let base = parts.dropFirst().reduce(folder) { $0.appending(path: String($1)) }
        let module = base.deletingLastPathComponent()
            .appending(path: "\(base.lastPathComponent).py")
        let candidates =
            parts.count > 1
            ? [base.appending(path: "__init__.py"), module] : [base.appending(path: "__init__.py")]
        return candidates.first(where: \.isFile).map(pythonFile)
    }

    // MARK: Files

    private func pythonFiles(below folder: URL) -> [PythonFile] {
        folder.contents.flatMap { entry in
            if entry.isFolder { return pythonFiles(below: entry) }
            return entry.pathExtension == "py" ? [pythonFile(entry)] : []
        }
    }

    private func pythonFile(_ file: URL) -> PythonFile {
        let inside = file.pathComponents.dropFirst(folder.pathComponents.count)
        var parts = [name] + inside
        let relativePath = parts.joined(separator: "/")
        parts[parts.count - 1] = file.deletingPathExtension().lastPathComponent
        if parts.last == "__init__" { parts.removeLast() }
        return PythonFile(
            moduleName: parts.joined(separator: "."), file: file, relativePath: relativePath)
    }

    // MARK: What is a family

    /// Loaders take the name `Model` from a family's module: it must be defined or imported there.
    private func isSingleFileFamily(_ file: URL) throws -> Bool {
        guard file.pathExtension == "py", file.lastPathComponent != "__init__.py",
            let bytes = try? Data(contentsOf: file), bytes.range(of: Data("Model".utf8)) != nil
        else { return false }
        return try pythonFile(file).parse().body.contains { statement in
            switch statement.kind {
            case .class(let definition): definition.name == "Model"
            case .importFrom(_, let names, _): names.contains { $0.localName == "Model" }
            case .assign(let targets, _): targets.contains(Expression(.name("Model")))
            default: false
            }
        }
    }

    private func unknownFamily(_ name: String) throws -> PythonPackageError {
        let families = try families()
        let nearest = nearestNames(to: name, in: families)
        let hint =
            nearest.isEmpty
            ? "it has \(families.count) families"
            : "did you mean \(nearest.joined(separator: ", "))?"
        return PythonPackageError(
            "\(distributionName) \(version) has no model family '\(name)' (\(hint))")
    }
}
