import Foundation

/// A failure of the runtime, as one message that names the file, the key or the tensor and the
/// cause.
public struct ModelRuntimeError: Error, Equatable, Sendable, CustomStringConvertible {
    /// Who has to act for the operation to succeed.
    public enum Cause: Sendable {
        /// A file, a value or an argument is not what it has to be.
        case input
        /// The input is well-formed but asks for what this runtime does not do.
        case unsupported
        /// The engine failed while it evaluated, for instance for lack of memory.
        case engine
    }

    /// Who has to act.
    public let cause: Cause
    /// What happened, in one message without a trailing full stop.
    public let description: String

    /// An error with its cause and its message.
    public init(_ cause: Cause, _ description: String) {
        self.cause = cause
        self.description = description
    }

    /// A malformed or missing file, value or argument.
    public static func input(_ description: String) -> Self { Self(.input, description) }

    /// A well-formed input that this runtime does not support.
    public static func unsupported(_ description: String) -> Self {
        Self(.unsupported, description)
    }

    /// A failure inside the engine.
    public static func engine(_ description: String) -> Self { Self(.engine, description) }
}

extension ModelRuntimeError: LocalizedError {
    public var errorDescription: String? { description }
}
