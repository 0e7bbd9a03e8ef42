import Foundation

/// A picture or a sound that cannot be read.
public struct MediaError: LocalizedError, Equatable, Sendable, CustomStringConvertible {
    /// The file, or what else the bytes came from.
    public let name: String
    /// What is wrong, without a full stop.
    public let cause: String

    /// An error of a file.
    public init(_ name: String, _ cause: String) {
        self.name = name
        self.cause = cause
    }

    /// The file and the cause.
    public var description: String { "\(name): \(cause)" }

    /// The file and the cause.
    public var errorDescription: String? { description }
}
