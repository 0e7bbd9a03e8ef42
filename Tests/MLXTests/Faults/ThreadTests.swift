import Foundation
import MLX
import Testing

/// The rule: arrays may be read and used in operations by any number of threads at once, and evaluated by
/// several, whoever made them. Changing one in place (`+=`, a subscript's assignment) while another
/// thread uses the same object is a race, as with any Swift object. Errors belong to the task or thread
/// whose call failed.
@Suite("Arrays on several threads at once")
struct ThreadTests {
    /// Arrays are not `Sendable`; these tests keep the rule by hand.
    private struct Shared: @unchecked Sendable {
        let array: MLXArray
    }

    /// What each thread gave.
    private final class Results<Value: Sendable>: @unchecked Sendable {
        private let lock = NSLock()
        private var values: [Int: Value] = [:]

        subscript(index: Int) -> Value? {
            get { lock.withLock { values[index] } }
            set { lock.withLock { values[index] = newValue } }
        }
    }

    /// Runs `body` on real threads at the same time and returns what each gave.
    private func onThreads<Value: Sendable>(
        _ count: Int, _ body: @escaping @Sendable (Int) -> Value
    ) -> [Value] {
        let results = Results<Value>()
        DispatchQueue.concurrentPerform(iterations: count) { results[$0] = body($0) }
        return (0..<count).compactMap { results[$0] }
    }

    @Test("One unevaluated array, evaluated by all at once")
    func evaluateShared() {
        for round in 0..<20 {
            var array = MLXArray.ones([64, 64]) * round
            for _ in 0..<10 { array = matmul(array, MLXArray.eye(64)) + 1 }
            let shared = Shared(array: array)
            let sums = onThreads(8) { _ in shared.array.sum().item(Float.self) }
            #expect(Set(sums) == [Float(64 * 64 * (round + 10))])
        }
    }

    @Test("Views, copies and reads of one array")
    func readShared() {
        let shared = Shared(array: MLXArray(0..<10_000, [100, 100]).asType(.float32))
        let rows = onThreads(16) { index in
            let row = shared.array[index] + shared.array[0..., index]
            return row.asArray(Float.self)[index]
        }
        #expect(rows == (0..<16).map { Float(2 * 101 * $0) })
    }

    @Test("Loading and saving beside evaluation")
    func files() throws {
        let data = try saveToData(arrays: ["w": MLXArray(0..<1000)])
        let sums = onThreads(8) { index -> Int in
            var total = 0
            for _ in 0..<10 {
                let array = (try? loadArrays(data: data))?["w"] ?? MLXArray(0)
                total += (array * index).sum().item(Int.self)
                _ = try? saveToData(arrays: ["a": array + index])
            }
            return total
        }
        #expect(sums == (0..<8).map { 10 * $0 * 499_500 })
    }

    @Test("An error stays with the thread that caused it")
    func errors() {
        let failures = onThreads(8) { index -> Bool in
            let width = index % 2 == 0 ? 2 : 3
            do {
                for _ in 0..<50 {
                    try withError { eval(MLXArray.ones([2]) + MLXArray.ones([width])) }
                }
                return false
            } catch {
                return true
            }
        }
        #expect(failures == (0..<8).map { $0 % 2 == 1 })
    }

    @Test("A failing evaluation on one thread does not disturb the others")
    func failingEvaluation() {
        let wrong = onThreads(8) { index -> Int in
            var wrong = 0
            for round in 0..<30 {
                if index % 2 == 0 {
                    let bad = take(MLXArray.ones([3]), MLXArray([9]) * 1, axis: 0)
                    if (try? checkedEval(bad)) != nil { wrong += 1 }
                } else {
                    let good = (MLXArray.ones([32]) * round).sum()
                    if (try? checkedEval(good)) == nil { wrong += 1 }
                    if good.item(Int.self) != 32 * round { wrong += 1 }
                }
            }
            return wrong
        }
        #expect(wrong == [Int](repeating: 0, count: 8))
    }
}
