import Foundation
import ModelSessions
import Synchronization

/// Makes Ctrl-C end the answer that is being generated, and the program where there is none.
final class Interruption {
    /// The answer that Ctrl-C ends.
    var answer: Task<Answer, any Error>? {
        get { running.task.withLock { $0 } }
        set { running.task.withLock { $0 = newValue } }
    }

    private let running = Running()
    private let source: any DispatchSourceSignal

    private final class Running: Sendable {
        let task = Mutex<Task<Answer, any Error>?>(nil)
    }

    /// Listens from now on.
    init() {
        signal(SIGINT, SIG_IGN)
        source = DispatchSource.makeSignalSource(signal: SIGINT, queue: .global())
        source.setEventHandler { [running] in
            guard let task = running.task.withLock({ $0 }) else { Foundation.exit(130) }
            task.cancel()
        }
        source.resume()
    }

    deinit { source.cancel() }
}
