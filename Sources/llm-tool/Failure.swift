import Foundation
import ModelRuntime
import TraceDiff

/// An error of the program with its exit code.
struct Failure {
    /// The codes that the commands share.
    enum Code: Int32 {
        case input = 2
        case unsupported = 3
    }

    let message: String
    let code: Code

    /// Whether a generated model or a ported layer has thrown it.
    private static func isOfModel(_ error: any Error) -> Bool {
        ["ModelPorted.", "ModelShared.", "MLXVLMModels.", "MLXLMModels."].contains {
            String(reflecting: type(of: error)).hasPrefix($0)
        }
    }

    /// Nil for what the argument parser throws, which has messages and help of its own.
    init?(_ error: any Error) {
        switch error {
        case let error as ModelRuntimeError:
            message = error.description
            code = error.cause == .unsupported ? .unsupported : .input
        case let error as TraceError:
            message = "\(error)"
            code = .input
        default:
            guard String(reflecting: type(of: error)).hasPrefix("ArgumentParser.") == false else {
                return nil
            }
            // Errors of generated models and ported layers describe bad configurations.
            let text = (error as? any LocalizedError)?.errorDescription ?? "\(error)"
            message = Self.isOfModel(error) ? "config.json: \(text)" : text
            code = .input
        }
    }
}
