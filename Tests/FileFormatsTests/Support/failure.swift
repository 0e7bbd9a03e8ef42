import FileFormats
import Testing

/// The cause of the ``FormatError`` that `body` throws.
func failure(
    sourceLocation: SourceLocation = #_sourceLocation, _ body: () throws -> some Any
) -> String {
    do {
        _ = try body()
        Issue.record("nothing was thrown", sourceLocation: sourceLocation)
        return ""
    } catch let error as FormatError {
        return error.cause
    } catch {
        Issue.record("threw \(error)", sourceLocation: sourceLocation)
        return ""
    }
}
