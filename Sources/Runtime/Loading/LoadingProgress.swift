import MLX
import MLXNN

/// How much of a model has been read.
public struct LoadingProgress: Hashable, Sendable {
    /// The bytes of the parameters that are in memory.
    public let bytesRead: Int
    /// The bytes of all parameters.
    public let totalBytes: Int

    /// The part that has been read, from 0 to 1.
    public var fraction: Double { totalBytes > 0 ? Double(bytesRead) / Double(totalBytes) : 1 }
}

/// Reads parameters from disk, so many bytes at a time that somebody who waits sees them come in.
enum ParameterEvaluation {
    private static let step = 32 << 20

    /// Evaluates the parameters of a model.
    ///
    /// - Parameter progress: is told how much has been read, at the start and after each step.
    static func run(
        _ model: any GenerativeModel, progress: ((LoadingProgress) -> Void)?
    ) throws {
        guard let progress else { return try checkedEval(model) }
        let arrays = model.parameters().flattened().map(\.1)
        let total = arrays.reduce(0) { $0 + $1.nbytes }
        var (read, waiting, size) = (0, [MLXArray](), 0)
        progress(LoadingProgress(bytesRead: 0, totalBytes: total))
        for (index, array) in arrays.enumerated() {
            waiting.append(array)
            size += array.nbytes
            guard size >= step || index == arrays.count - 1 else { continue }
            try checkedEval(waiting)
            read += size
            (waiting, size) = ([], 0)
            progress(LoadingProgress(bytesRead: read, totalBytes: total))
        }
        try checkedEval(model)
    }
}
