import ModelRuntime
import Testing

/// The message of the ``ModelRuntimeError`` that `body` throws.
public func failure(
    _ cause: ModelRuntimeError.Cause = .input, sourceLocation: SourceLocation = #_sourceLocation,
    _ body: () throws -> some Any
) -> String {
    do {
        _ = try body()
        Issue.record("nothing was thrown", sourceLocation: sourceLocation)
        return ""
    } catch let error as ModelRuntimeError {
        #expect(error.cause == cause, sourceLocation: sourceLocation)
        return error.description
    } catch {
        Issue.record("threw \(error)", sourceLocation: sourceLocation)
        return ""
    }
}
