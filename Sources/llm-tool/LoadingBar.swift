import Foundation
import ModelRuntime

/// A line on the terminal that shows how much of a large model has been read.
struct LoadingBar {
    /// The least bytes of parameters for which somebody would wait.
    private static let least = 256 << 20
    private static let width = 30

    /// Whether the standard error is a terminal, which can take a line back.
    static var isPossible: Bool { isatty(FileHandle.standardError.fileDescriptor) != 0 }

    /// Shows the progress in place of what was shown before; takes the line back at the end.
    static func show(_ progress: LoadingProgress) {
        guard progress.totalBytes >= least else { return }
        let line = progress.bytesRead < progress.totalBytes ? text(progress) : ""
        try? FileHandle.standardError.write(contentsOf: Data("\r\u{1B}[K\(line)".utf8))
    }

    private static func text(_ progress: LoadingProgress) -> String {
        func gigabytes(_ bytes: Int) -> String { String(format: "%.1f", Double(bytes) / 1e9) }
        let filled = Int(progress.fraction * Double(width))
        let bar =
            String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
        let percent = Int(progress.fraction * 100)
        return
            "Loading \(bar) \(percent) % of \(gigabytes(progress.totalBytes)) GB"
    }
}
