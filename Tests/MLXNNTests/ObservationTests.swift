import MLX
import MLXNN
import Synchronization
import Testing

/// Writes down the calls of the modules below one root; other tests may run at the same time.
private final class Recorder: ModuleCallObserver {
    private let paths: Mutex<ModulePathsBox>
    let events = Mutex<[String]>([])

    /// Module paths are read only, from any thread.
    struct ModulePathsBox: @unchecked Sendable { let paths: ModulePaths }

    init(root: Module) {
        paths = Mutex(ModulePathsBox(paths: ModulePaths(root: root)))
    }

    func enter(_ module: Module) { note(module) { "> \($0)" } }

    func exit(_ module: Module, outputs: [MLXArray]) {
        note(module) { "< \($0) \(outputs.map(\.shape))" }
    }

    private func note(_ module: Module, _ text: (String) -> String) {
        let box = paths.withLock { $0 }
        guard let path = box.paths[module] else { return }
        let line = text(path)
        events.withLock { $0.append(line) }
    }
}

@Suite("Observation", .serialized)
struct ObservationTests {
    @Test("tells the beginning and the end of each module call in order")
    func order() {
        let model = TinyModel(blocks: 1)
        let recorder = Recorder(root: model)
        ModuleCalls.observing(recorder) {
            _ = model(MLXArray([1 as Int32, 2]).reshaped([1, 2]))
        }
        #expect(
            recorder.events.withLock { $0 } == [
                "> ",
                "> embed_tokens", "< embed_tokens [[1, 2, 64]]",
                "> layers.0",
                "> layers.0.norm", "< layers.0.norm [[1, 2, 64]]",
                "> layers.0.up_proj", "< layers.0.up_proj [[1, 2, 64]]",
                "< layers.0 [[1, 2, 64]]",
                "> lm_head", "< lm_head [[1, 2, 64]]",
                "<  [[1, 2, 64]]",
            ])
    }

    @Test("ends the calls that throw, and passes on every output")
    func outputs() {
        struct Stop: Error {}
        final class Pair: Module {
            func callAsFunction(_ x: MLXArray) -> (MLXArray, MLXArray) {
                observe { (x, x[0]) }
            }
            func failing() throws -> MLXArray {
                try observe { throw Stop() }
            }
        }
        let pair = Pair()
        let recorder = Recorder(root: pair)
        ModuleCalls.observing(recorder) {
            _ = pair(MLXArray.zeros([2, 3]))
            #expect(throws: Stop.self) { try pair.failing() }
        }
        #expect(recorder.events.withLock { $0 } == ["> ", "<  [[2, 3], [3]]", "> ", "<  []"])
    }

    @Test("ends with the observer")
    func silence() {
        let model = TinyModel(blocks: 0)
        let recorder = Recorder(root: model)
        ModuleCalls.observing(recorder) {}
        _ = model.head?(MLXArray.zeros([1, 64]))
        #expect(recorder.events.withLock { $0 }.isEmpty)
    }
}
