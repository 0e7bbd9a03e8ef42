import Foundation
import Synchronization

/// Carries out tasks side by side and hands on what comes of each in the order of the tasks.
///
/// - Parameters:
///   - jobs: how many at once at most.
///   - worker: what one thread carries its tasks out with, made anew for each.
///   - finished: called on the caller's thread; when it throws, the tasks that nobody has begun are left.
public func performInOrder<Task: Sendable, Worker, Value: Sendable>(
    _ tasks: [Task], jobs: Int, worker: @autoclosure @Sendable @escaping () -> Worker,
    work: @Sendable @escaping (Worker, Task) -> Value,
    finished: (Task, Value) throws -> Void
) rethrows {
    let queue = TaskQueue<Value>(count: tasks.count)
    let threads = DispatchGroup()
    for _ in 0..<max(1, min(jobs, tasks.count)) {
        DispatchQueue.global().async(group: threads) {
            let worker = worker()
            while let index = queue.next() {
                queue.finish(index, work(worker, tasks[index]))
            }
        }
    }
    defer {
        queue.close()
        threads.wait()
    }
    for (index, task) in tasks.enumerated() { try finished(task, queue.result(of: index)) }
}

/// Which tasks are still to be begun, and what came of those that are done.
private final class TaskQueue<Value: Sendable>: Sendable {
    private let open: Mutex<Range<Int>>
    private let results: Mutex<[Int: Value]> = Mutex([:])
    private let isDone: [DispatchSemaphore]

    init(count: Int) {
        open = Mutex(0..<count)
        isDone = (0..<count).map { _ in DispatchSemaphore(value: 0) }
    }

    func next() -> Int? { open.withLock { $0.popFirst() } }

    func close() { open.withLock { $0 = 0..<0 } }

    func finish(_ index: Int, _ result: Value) {
        results.withLock { $0[index] = result }
        isDone[index].signal()
    }

    /// Waits for a task, and forgets what came of it.
    func result(of index: Int) -> Value {
        isDone[index].wait()
        return results.withLock { $0.removeValue(forKey: index)! }
    }
}
