internal import CMLX
import Dispatch
import Synchronization

/// A key for random numbers, or a state that gives out a new key for each draw.
public protocol RandomStateOrKey {
    /// A key for one draw.
    func asRandomKey() -> MLXArray
}

extension MLXArray: RandomStateOrKey {
    /// The array is a key.
    public func asRandomKey() -> MLXArray { self }
}

extension MLXRandom {
    /// A sequence of keys. Two states with the same seed give the same keys, those of Python's
    /// `mx.random.seed`.
    ///
    /// Any thread may use a state; in which order threads get keys is theirs to settle.
    public final class RandomState: RandomStateOrKey, Updatable, Evaluatable, @unchecked Sendable {
        private let state: Mutex<State>

        /// The array object stays the same, so that compiled functions can hold on to it.
        private struct State: @unchecked Sendable {
            let key: MLXArray
        }

        /// A state seeded by the time.
        public convenience init() {
            self.init(seed: DispatchTime.now().uptimeNanoseconds)
        }

        /// A state from a seed.
        public init(seed: UInt64) {
            state = Mutex(State(key: MLXRandom.key(seed)))
        }

        /// The state's own key.
        public func innerState() -> [MLXArray] {
            state.withLock { [Shared($0.key)] }.map(\.array)
        }

        /// A key for one draw; the state moves on.
        public func next() -> MLXArray {
            state.withLock { state in
                let key = state.key
                let keys = withExtendedLifetime(key) {
                    list(count: 2) { cmlx_random_advance(&$0, key.handle) }
                }
                key._updateInternal(keys[0])
                return Shared(keys[1])
            }.array
        }

        /// Starts again from a seed.
        public func seed(_ seed: UInt64) {
            state.withLock { $0.key._updateInternal(MLXRandom.key(seed)) }
        }

        /// A key for one draw.
        public func asRandomKey() -> MLXArray { next() }
    }

    /// Carries an array out of the lock.
    private struct Shared: @unchecked Sendable {
        let array: MLXArray

        init(_ array: MLXArray) {
            self.array = array
        }
    }

    /// The state that draws use without a key and outside `withRandomState`.
    public static let globalState = RandomState()

    @TaskLocal static var taskState: RandomState?
}

/// The key for one draw: the given one, or that of the task's or the global state.
public func resolve(key: (some RandomStateOrKey)? = MLXArray?.none) -> MLXArray {
    key?.asRandomKey() ?? (MLXRandom.taskState ?? MLXRandom.globalState).next()
}

/// Runs `body` with another state for draws without a key.
public func withRandomState<R>(_ state: MLXRandom.RandomState, body: () throws -> R) rethrows -> R {
    try MLXRandom.$taskState.withValue(state, operation: body)
}

/// Runs `body` with another state for draws without a key.
public func withRandomState<R>(
    _ state: MLXRandom.RandomState, isolation: isolated (any Actor)? = #isolation,
    body: () async throws -> R
) async rethrows -> R {
    try await MLXRandom.$taskState.withValue(state, operation: body)
}
