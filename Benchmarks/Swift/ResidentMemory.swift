import Foundation
import MLX
import MLXNN
import MLXVLMModels
import ModelRuntime

/// Loads a checkpoint, all weights evaluated: resident bytes of the process beyond the weights.
struct ResidentMemory: Benchmark {
    let model: any GenerativeModel

    init(checkpoint: String) throws {
        model = try ModelFactory(types: MLXVLMRegistry.types)
            .load(URL(filePath: checkpoint, directoryHint: .isDirectory)).model
    }

    func round() throws -> Measurement {
        let weights = model.parameters().flattenedValues().reduce(0) { $0 + $1.nbytes }
        return Measurement(
            value: Double(try residentBytes() - weights) / 1e6, check: Double(weights))
    }

    /// `VmRSS` of this process.
    private func residentBytes() throws -> Int {
        let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") }
        let fields = line?.split(whereSeparator: \.isWhitespace) ?? []
        guard fields.count == 3, let kilobytes = Int(fields[1]) else {
            throw BenchmarkError("/proc/self/status has no VmRSS")
        }
        return kilobytes * 1024
    }
}
