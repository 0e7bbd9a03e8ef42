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

    public init(name: String, path: String, source: String, sha256: String, body: [Statement]) {
        self.name = name
        self.path = path
        self.source = source
        self.sha256 = sha256
        self.body = body
    }
}
