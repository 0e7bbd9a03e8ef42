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
            // Errors of generated models and ported layers describe bad configurations.
            guard String(reflecting: type(of: error)).hasPrefix("ArgumentParser.") == false else {
                return nil
            }
            message = (error as? any LocalizedError)?.errorDescription ?? "\(error)"
            code = .input
        }
    }
}
