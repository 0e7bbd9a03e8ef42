import Foundation
import MLX
import Synchronization

/// Is told of each module call while it runs: what a trace is recorded with.
///
/// Calls arrive on the threads on which modules are called; with several at once the observer tells
/// them apart itself.
public protocol ModuleCallObserver: AnyObject, Sendable {
    /// A call of `module` begins.
    func enter(_ module: Module)
    /// The call that began last and has not ended ends.
    ///
    /// - Parameter outputs: the arrays that the call returns, not evaluated; none if it throws
    func exit(_ module: Module, outputs: [MLXArray])
    /// A line of instrumented code has assigned or is about to return something.
    ///
    /// - Parameters:
    ///   - place: `file:line:column` in the Swift
    ///   - name: the name that was assigned, or `return`
    ///   - values: the arrays and numbers in it, not evaluated
    /// - Returns: what the code goes on with in place of `values`, as many; nil leaves them.
    func line(_ place: String, name: String, values: [TracedValue]) -> [TracedValue]?
}

extension ModuleCallObserver {
    public func line(_ place: String, name: String, values: [TracedValue]) -> [TracedValue]? { nil }
}

/// The process-wide hook for module calls.
///
/// It may be set at any time from any thread. A call that has begun tells its end to the observer
/// that it told its beginning. A thread that calls modules while another one sets the hook sees the
/// change at some call soon after.
public enum ModuleCalls {
    @usableFromInline static let areObserved = Atomic<Bool>(false)
    private static let current = Mutex<(any ModuleCallObserver)?>(nil)

    /// Who is told of module calls; nil, the default, costs each call a load and a branch.
    public static var observer: (any ModuleCallObserver)? {
        get { current.withLock { $0 } }
        set {
            current.withLock {
                $0 = newValue
                areObserved.store(newValue != nil, ordering: .releasing)
            }
        }
    }

    private static let turn = NSRecursiveLock()

    /// Runs a computation with an observer set. Computations that are observed this way wait for one
    /// another, so that none loses its observer to another's.
    public static func observing<Result>(
        _ observer: any ModuleCallObserver, _ body: () throws -> Result
    ) rethrows -> Result {
        turn.lock()
        defer { turn.unlock() }
        let previous = self.observer
        self.observer = observer
        defer { self.observer = previous }
        return try body()
    }

    /// Runs a call between the observer's two calls.
    @usableFromInline
    static func observed<Output>(
        _ module: Module, outputs: (Output) -> [MLXArray], _ body: () throws -> Output
    ) rethrows -> Output {
        guard let observer else { return try body() }
        observer.enter(module)
        do {
            let output = try body()
            observer.exit(module, outputs: outputs(output))
            return output
        } catch {
            observer.exit(module, outputs: [])
            throw error
        }
    }
}

extension Module {
    /// Runs the body of a `callAsFunction`, and tells the observer of ``ModuleCalls`` if there is one.
    ///
    /// - Parameters:
    ///   - outputs: the arrays of the result that the observer is given
    ///   - body: the computation
    @inlinable
    public final func observe<Output>(
        outputs: (Output) -> [MLXArray], _ body: () throws -> Output
    ) rethrows -> Output {
        guard ModuleCalls.areObserved.load(ordering: .relaxed) else { return try body() }
        return try ModuleCalls.observed(self, outputs: outputs, body)
    }

    /// Runs the body of a `callAsFunction` that returns one array.
    @inlinable
    public final func observe(_ body: () throws -> MLXArray) rethrows -> MLXArray {
        try observe(outputs: { [$0] }, body)
    }
}

extension Module {
    /// Runs the body of a `callAsFunction` that returns an array or nil.
    @inlinable
    public final func observe(_ body: () throws -> MLXArray?) rethrows -> MLXArray? {
        try observe(outputs: { $0.map { [$0] } ?? [] }, body)
    }
}

extension Module {
    /// Runs the body of a `callAsFunction` that returns a list of arrays.
    @inlinable
    public final func observe(_ body: () throws -> [MLXArray]) rethrows -> [MLXArray] {
        try observe(outputs: { $0 }, body)
    }
}

extension Module {
    /// Runs the body of a `callAsFunction` that returns two arrays.
    @inlinable
    public final func observe(
        _ body: () throws -> (MLXArray, MLXArray)
    ) rethrows -> (MLXArray, MLXArray) {
        try observe(outputs: { [$0.0, $0.1] }, body)
    }
}

extension Module {
    /// Runs the body of a `callAsFunction` that returns two arrays, or one and nil.
    @inlinable
    public final func observe(
        _ body: () throws -> (MLXArray, MLXArray?)
    ) rethrows -> (MLXArray, MLXArray?) {
        try observe(outputs: { [$0.0] + ($0.1.map { [$0] } ?? []) }, body)
    }
}

extension Module {
    /// Runs the body of a `callAsFunction` that returns three arrays.
    @inlinable
    public final func observe(
        _ body: () throws -> (MLXArray, MLXArray, MLXArray)
    ) rethrows -> (MLXArray, MLXArray, MLXArray) {
        try observe(outputs: { [$0.0, $0.1, $0.2] }, body)
    }
}
