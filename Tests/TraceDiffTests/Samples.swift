import Foundation
import TraceDiff

/// A record of float32 values, with true statistics; the hash stands for the bytes.
func record(
    _ path: String, run: String = "prefill", kind: TraceRecord.Kind = .module,
    name: String = "Linear", call: Int = 0, shape: [Int]? = nil, dtype: String = "float32",
    _ values: [Float] = [1, 2, 3]
) -> TraceRecord {
    let statistics = values.withUnsafeBytes { TensorStatistics($0, .float32) }
    var digest = [UInt8](repeating: 0, count: 32)
    for (index, value) in values.enumerated() {
        withUnsafeBytes(of: value.bitPattern &* UInt32(index + 1)) { bytes in
            for (place, byte) in bytes.enumerated() { digest[(4 * index + place) % 32] ^= byte }
        }
    }
    return TraceRecord(
        run: run, kind: kind, path: path, source: "language.py:35:5", name: name, call: call,
        shape: shape ?? [values.count], dtype: dtype, sum: statistics.sum, l2: statistics.l2,
        min: statistics.min, max: statistics.max, checksum: statistics.checksum,
        hash: TraceHash(bytes: digest)!)
}

/// A trace of a tiny run.
func trace(_ records: [TraceRecord], probes: TraceProbes = .modules) -> Trace {
    Trace(
        header: TraceHeader(
            family: "llama", package: "mlx-vlm", version: "0.7.10", dtype: "float32", batch: 1,
            seed: 7, recorder: "test 1", probes: probes),
        records: records)
}

/// A comparison of two lists of records.
func compare(
    _ reference: [TraceRecord], _ candidate: [TraceRecord], probes: TraceProbes = .modules,
    policy: TolerancePolicy = TolerancePolicy()
) -> Comparison {
    Comparison(
        reference: trace(reference), candidate: trace(candidate, probes: probes), policy: policy)
}

/// A folder that is removed when the test ends.
final class TemporaryFolder {
    let path: String

    init() throws {
        path =
            FileManager.default.temporaryDirectory
            .appendingPathComponent("trace-diff-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func file(_ name: String, _ content: String) throws -> String {
        let file = path + "/" + name
        try Data(content.utf8).write(to: URL(fileURLWithPath: file))
        return file
    }
}

/// Numbers that are the same each time.
struct SeededNumbers: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ state >> 29
    }
}

extension Array where Element == UInt8 {
    /// The bytes with one to three accidents.
    func mutated(_ numbers: inout some RandomNumberGenerator) -> [UInt8] {
        var bytes = self
        for _ in 0..<Int.random(in: 1...3, using: &numbers) where bytes.count > 8 {
            let start = Int.random(in: 0..<bytes.count, using: &numbers)
            let end = Swift.min(
                bytes.count, start + Int.random(in: 1...80, using: &numbers))
            switch Int.random(in: 0..<8, using: &numbers) {
            case 0:
                // Another digit where there is one.
                if let digit = bytes[start...].firstIndex(where: { (48...57).contains($0) }) {
                    bytes[digit] = UInt8.random(in: 48...57, using: &numbers)
                }
            case 7: bytes[start] = UInt8.random(in: 0...255, using: &numbers)
            case 1: bytes[start] ^= 1 << UInt8.random(in: 0..<8, using: &numbers)
            case 2: bytes.removeSubrange(start..<end)
            case 3: bytes.removeSubrange(start...)
            case 4: bytes.insert(contentsOf: bytes[start..<end], at: start)
            case 5:
                let part = bytes[start..<end]
                bytes.removeSubrange(start..<end)
                bytes += part
            default: bytes.insert(contentsOf: Array("[9223372036854775807".utf8), at: start)
            }
        }
        return bytes
    }
}
