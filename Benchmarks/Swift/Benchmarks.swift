import Foundation

/// The Swift side of the benchmarks: runs a round for each line of the standard input, and answers
/// with the round's measurement as a line of JSON.
@main
enum Benchmarks {
    static func main() {
        do {
            var benchmark = try benchmark(CommandLine.arguments.dropFirst())
            while readLine() != nil {
                let line = try JSONEncoder().encode(benchmark.round()) + Data("\n".utf8)
                try FileHandle.standardOutput.write(contentsOf: line)
            }
        } catch {
            try? FileHandle.standardError.write(
                contentsOf: Data("mlx-benchmarks: \(error)\n".utf8))
            exit(2)
        }
    }

    private static func benchmark(_ arguments: ArraySlice<String>) throws -> any Benchmark {
        switch (arguments.first, arguments.dropFirst().first) {
        case ("chain-array", nil): Chain(.array)
        case ("chain-scalar", nil): Chain(.scalar)
        case ("decode-step", let checkpoint?): try DecodeStep(checkpoint: checkpoint)
        case ("resident-memory", let checkpoint?): try ResidentMemory(checkpoint: checkpoint)
        default: throw BenchmarkError("usage: mlx-benchmarks NAME [CHECKPOINT]")
        }
    }
}

/// Why a benchmark cannot run.
struct BenchmarkError: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}
