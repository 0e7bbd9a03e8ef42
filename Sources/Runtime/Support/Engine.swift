import Foundation
import MLX

/// Runs engine calls and reports the first failure among them as one error.
///
/// - Parameters:
///   - activity: what is being done, as the start of the message: `loading the weights`.
///   - body: calls of the engine; evaluation belongs inside.
/// - Throws: ``ModelRuntimeError`` for a failure of the engine, and what `body` throws itself.
func withEngine<Result>(_ activity: String, _ body: () throws -> Result) throws -> Result {
    do {
        return try withError { try body() }
    } catch let error as MLXError {
        throw ModelRuntimeError.engine("\(activity) failed: \(error.localizedDescription)")
    }
}
