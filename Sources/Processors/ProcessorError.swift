import Foundation

/// Pictures or sounds that a checkpoint's processor cannot prepare, or a configuration that makes none.
public struct ProcessorError: LocalizedError, Equatable, Sendable, CustomStringConvertible {
    /// The configuration file; nil where it is not to blame.
    public let file: String?
    /// What is wrong, without a full stop.
    public let cause: String

    /// An error, of a configuration file if it is to blame.
    public init(_ cause: String, file: String? = nil) {
        self.file = file
        self.cause = cause
    }

    /// The file, if there is one, and the cause.
    public var description: String { file.map { "\($0): \(cause)" } ?? cause }

    /// The file, if there is one, and the cause.
    public var errorDescription: String? { description }
}
