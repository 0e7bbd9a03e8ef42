import ChildProcesses
import Foundation
import MLX
import Testing

/// What Python computed for one case of `make_fixtures.py`.
struct Fixture {
    let name: String
    private let arrays: [String: MLXArray]

    init(_ name: String) throws {
        let file = try #require(
            Bundle.module.url(forResource: "Fixtures/layers", withExtension: "safetensors"))
        try self.init(name, from: file)
    }

    private init(_ name: String, from file: URL) throws {
        self.name = name
        let prefix = "\(name)/"
        arrays = Dictionary(
            uniqueKeysWithValues: try loadArrays(url: file).filter { $0.key.hasPrefix(prefix) }
                .map { (String($0.key.dropFirst(prefix.count)), $0.value) })
    }

    var inputs: [MLXArray] { list("in") }
    var outputs: [MLXArray] { list("out") }

    /// Parameters by their paths.
    var parameters: [(String, MLXArray)] {
        arrays.filter { $0.key.hasPrefix("parameters/") }
            .map { (String($0.key.dropFirst("parameters/".count)), $0.value) }
    }

    private func list(_ kind: String) -> [MLXArray] {
        var result = [MLXArray]()
        while let array = arrays["\(kind)/\(result.count)"] { result.append(array) }
        return result
    }

    /// Expects shapes, dtypes and bytes of Python's outputs.
    ///
    /// The exponential functions of the system's C library may round differently on another
    /// processor: where the committed values are not met, those that this machine's Python computes
    /// have to be.
    func expect(_ actual: [MLXArray], sourceLocation: SourceLocation = #_sourceLocation) throws {
        if same(actual, outputs) { return }
        let here = try LocalPython.fixtures.map { try Fixture(name, from: $0) }
        if let here, same(actual, here.outputs) { return }
        let expected = (here ?? self).outputs
        Issue.record(
            "\(name): \(actual) is not \(expected)", sourceLocation: sourceLocation)
    }

    private func same(_ actual: [MLXArray], _ expected: [MLXArray]) -> Bool {
        !expected.isEmpty && actual.count == expected.count
            && zip(actual, expected).allSatisfy {
                $0.shape == $1.shape && $0.dtype == $1.dtype && bytes($0) == bytes($1)
            }
    }
}

/// The values of an array as they are stored.
func bytes(_ array: MLXArray) -> Data {
    array.asData(access: .copy).data
}

/// Fixtures that the Python of this machine makes, once for a run of the tests.
private enum LocalPython {
    static let fixtures: URL? = {
        let tests = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent()
        let script = tests.appending(path: "Fixtures/make_fixtures.py")
        let root = tests.deletingLastPathComponent().deletingLastPathComponent()
        let python = root.appending(path: ".venv/bin/python")
        let target = FileManager.default.temporaryDirectory
            .appending(path: "mlxnn-\(ProcessInfo.processInfo.processIdentifier).safetensors")
        let process = Process()
        process.executableURL = python
        process.arguments = [script.path, target.path]
        process.standardOutput = FileHandle.nullDevice
        do { try process.start() } catch { return nil }
        return process.waitForExit() == 0 ? target : nil
    }()
}
