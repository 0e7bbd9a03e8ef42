import Foundation

/// A folder as the Python packages save models: configuration, weights and tokenizer files.
public struct CheckpointDirectory: Sendable {
    /// The folder.
    public let url: URL

    /// The folder at `url`.
    ///
    /// - Throws: ``ModelRuntimeError`` if there is no folder.
    public init(_ url: URL) throws {
        var isDirectory: ObjCBool = false
        guard FileManager.default.fileExists(atPath: url.path, isDirectory: &isDirectory) else {
            throw ModelRuntimeError.input("there is no folder at \(url.path)")
        }
        guard isDirectory.boolValue else {
            throw ModelRuntimeError.input("\(url.path) is a file, not a model folder")
        }
        self.url = url
    }

    /// The place of a file in the folder.
    public func file(_ name: String) -> URL { url.appendingPathComponent(name) }

    /// Whether the folder holds a file of that name.
    public func contains(_ name: String) -> Bool {
        FileManager.default.fileExists(atPath: file(name).path)
    }

    /// The contents of a file that has to be there.
    public func data(_ name: String) throws -> Data {
        guard contains(name) else {
            throw ModelRuntimeError.input("\(name) is missing in \(url.path)")
        }
        do {
            return try Data(contentsOf: file(name))
        } catch {
            throw ModelRuntimeError.input(
                "cannot read \(file(name).path): \(error.localizedDescription)")
        }
    }

    /// A JSON document that has to be there.
    public func json(_ name: String) throws -> OrderedJSON {
        try OrderedJSON(parsing: data(name), file: name)
    }

    /// A JSON document, nil if there is no such file.
    public func jsonIfPresent(_ name: String) throws -> OrderedJSON? {
        try contains(name) ? json(name) : nil
    }
}
