import Foundation

/// What is wrong with a file's contents, without the file's name, which the caller knows.
public struct FormatError: LocalizedError, Equatable, Sendable, CustomStringConvertible {
    /// The cause, without a full stop.
    public let cause: String

    /// An error with its cause.
    public init(_ cause: String) {
        self.cause = cause
    }

    /// The cause.
    public var description: String { cause }

    /// The cause.
    public var errorDescription: String? { cause }
}
