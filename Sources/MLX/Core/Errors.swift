// swift-format-ignore-file: AmbiguousTrailingClosureOverload
// The overloads of `withError` are the public spelling.

internal import CMLX
import Foundation
import Synchronization

/// Why an operation failed: the engine's message and the operation's name.
///
/// Operations do not throw. The first one that fails reports its error to the innermost `withError`
/// around it and returns a stand-in, which later operations pass on and which `checkedEval` throws
/// for. Without a `withError` the error is kept for the task or thread and thrown at its next throwing
/// boundary: `checkedEval`, `checkPendingError`, loading, saving.
public struct MLXError: LocalizedError, Sendable, Equatable, CustomStringConvertible {
    /// The operation, by the engine's name.
    public let operation: String
    /// The engine's message.
    public let message: String

    /// An error of an operation.
    public init(operation: String, message: String) {
        self.operation = operation
        self.message = message
    }

    /// An error that has only a message.
    public static func caught(_ message: String) -> MLXError {
        MLXError(operation: "", message: message)
    }

    /// The message, after the operation's name unless it says that itself.
    public var description: String {
        operation.isEmpty || message.hasPrefix("[\(operation)]")
            ? message : "\(operation): \(message)"
    }

    /// As `description`.
    public var errorDescription: String? { description }
}

/// Holds the first error of a `withError` scope.
public final class ErrorBox: Sendable {
    private let first = Mutex<(any Error)?>(nil)

    /// The first error so far. Setting it changes nothing once there is one.
    public var firstError: (any Error)? {
        get { first.withLock { $0 } }
        set { first.withLock { $0 = $0 ?? newValue } }
    }

    /// Throws the first error if there is one.
    public func check() throws {
        if let firstError { throw firstError }
    }
}

// MARK: - Scopes

/// What receives the errors of a task: a box or a handler.
enum ErrorScope: Sendable {
    case box(ErrorBox)
    case handler(@Sendable (String) -> Void)

    @TaskLocal static var current: ErrorScope?

    func receive(_ error: MLXError) {
        switch self {
        case .box(let box): box.firstError = error
        case .handler(let handler): handler(error.description)
        }
    }
}

/// Runs `body` and throws the first error of an operation in it.
public func withError<R>(_ body: (ErrorBox) throws -> R) throws -> R {
    let box = ErrorBox()
    let result = Result { try ErrorScope.$current.withValue(.box(box)) { try body(box) } }
    // The engine's error comes first: what `body` threw may follow from it.
    try box.check()
    return try result.get()
}

/// Runs `body` and throws the first error of an operation in it.
public func withError<R>(_ body: () throws -> R) throws -> R {
    try withError { _ in try body() }
}

/// Runs `body` and throws the first error of an operation in it.
public func withError<R>(
    isolation: isolated (any Actor)? = #isolation, _ body: (ErrorBox) async throws -> R
) async throws -> R {
    let box = ErrorBox()
    do {
        let result = try await ErrorScope.$current.withValue(.box(box)) { try await body(box) }
        try box.check()
        return result
    } catch {
        try box.check()
        throw error
    }
}

/// Runs `body` and throws the first error of an operation in it.
public func withError<R>(
    isolation: isolated (any Actor)? = #isolation, _ body: () async throws -> R
) async throws -> R {
    try await withError(isolation: isolation) { _ in try await body() }
}

/// Runs `body` and gives each error message of an operation in it to `handler`.
public func withErrorHandler<R>(
    _ handler: @escaping @Sendable (String) -> Void, _ body: () throws -> R
) rethrows -> R {
    try ErrorScope.$current.withValue(.handler(handler), operation: body)
}

/// Runs `body` and gives each error message of an operation in it to `handler`.
public func withErrorHandler<R>(
    isolation: isolated (any Actor)? = #isolation,
    _ handler: @escaping @Sendable (String) -> Void, _ body: () async throws -> R
) async rethrows -> R {
    try await ErrorScope.$current.withValue(.handler(handler), operation: body)
}

// MARK: - Errors outside scopes

/// The first unreported error of each task, or thread outside tasks, that has no scope.
private enum PendingErrors {
    /// More tasks than this that never look are forgotten.
    static let limit = 256
    static let errors = Mutex<[Int: MLXError]>([:])

    static var owner: Int {
        withUnsafeCurrentTask { $0?.hashValue } ?? Thread.current.hash
    }

    static func keep(_ error: MLXError) {
        let owner = owner
        errors.withLock { errors in
            guard errors[owner] == nil else { return }
            if errors.count >= limit, let some = errors.keys.first {
                errors[some] = nil
            }
            errors[owner] = error
        }
    }

    static func take() -> MLXError? {
        let owner = owner
        return errors.withLock { $0.removeValue(forKey: owner) }
    }
}

/// Throws the error that an operation has left behind: in the innermost `withError`, or outside one
/// the first that this task or thread has not yet seen.
public func checkPendingError() throws {
    if case .box(let box) = ErrorScope.current {
        try box.check()
    }
    if let error = PendingErrors.take() { throw error }
}

// MARK: - Recording

/// Reports an error that Swift itself found.
func record(_ operation: String, _ message: String) {
    record(MLXError(operation: operation, message: message))
}

/// Reports an error to the innermost scope.
func record(_ error: MLXError) {
    if let scope = ErrorScope.current {
        scope.receive(error)
    } else {
        PendingErrors.keep(error)
    }
}

/// The Swift error of an error of the shim, which is released; recorded if it is new and `reporting`.
@discardableResult
func consume(_ error: OpaquePointer, reporting: Bool = true) -> MLXError {
    defer { cmlx_error_release(error) }
    let swiftError = MLXError(
        operation: String(cString: cmlx_error_operation(error)),
        message: String(cString: cmlx_error_message(error)))
    if cmlx_error_take_report(error) && reporting {
        record(swiftError)
    }
    return swiftError
}

/// Reports the error of a new stand-in, once.
@inline(never)
func reportFailure(of handle: cmlx_array) {
    guard let error = cmlx_error_of(handle), cmlx_error_take_report(error) else { return }
    record(
        MLXError(
            operation: String(cString: cmlx_error_operation(error)),
            message: String(cString: cmlx_error_message(error))))
}

extension MLXArray {
    /// A stand-in for an error that Swift itself found, reported.
    package static func failed(_ operation: String, _ message: String) -> MLXArray {
        MLXArray(cmlx_failed(operation, message))
    }
}
