/// A Python file as the compiler's first stage leaves it.
public struct ParsedModule: Hashable, Sendable {
    /// The dotted name, `mlx_vlm.models.llama.language`.
    public let name: String
    /// The file's path for diagnostics and headers.
    public let path: String
    /// The text, for source lines in diagnostics.
    public let source: String
    /// SHA-256 of the file's bytes, in lower-case hexadecimal.
    public let sha256: String
    public let body: [Statement]
    /// The dotted name of the file's own module; another one than ``name`` where a family borrows it.
    public let origin: String

    public init(
        name: String, path: String, source: String, sha256: String, body: [Statement],
        origin: String? = nil
    ) {
        self.name = name
        self.path = path
        self.source = source
        self.sha256 = sha256
        self.body = body
        self.origin = origin ?? name
    }

    /// The same file as a module of another name.
    public func renamed(_ name: String) -> ParsedModule {
        ParsedModule(
            name: name, path: path, source: source, sha256: sha256, body: body, origin: origin)
    }
}
