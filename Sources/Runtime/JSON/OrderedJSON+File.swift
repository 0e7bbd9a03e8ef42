import FileFormats

/// A JSON document as Python's `json` module reads it.
public typealias OrderedJSON = FileFormats.OrderedJSON

extension OrderedJSON {
    /// Reads a document from UTF-8 text, with the language that Python's `json.loads` accepts.
    ///
    /// - Parameters:
    ///   - bytes: the whole document.
    ///   - file: the file that messages name.
    ///   - uniqueKeys: whether a key that an object repeats is an error; otherwise the last wins.
    /// - Throws: ``ModelRuntimeError`` with line and column of the first fault.
    public init(
        parsing bytes: some Collection<UInt8>, file: String, uniqueKeys: Bool = false
    ) throws {
        do throws(FormatError) {
            try self.init(parsing: bytes, uniqueKeys: uniqueKeys)
        } catch {
            throw ModelRuntimeError.input("\(file) is \(error.cause)")
        }
    }
}
