/// Why a trace cannot be read or written: the file, the line where there is one, and the cause.
public struct TraceError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The kinds of failure.
    public enum Reason: Sendable, Equatable {
        /// The file cannot be opened, read or written.
        case file(String)
        /// The first line is not the header of a trace.
        case foreign(String)
        /// The header names a format that this version does not know.
        case format(found: Int, known: Int)
        /// A line is not what the format says.
        case corrupt(String)
        /// The file ends too early.
        case truncated(String)
    }

    /// The path of the file.
    public var file: String
    /// The line, counted from 1; nil if the whole file is meant.
    public var line: Int?
    /// What is wrong.
    public var reason: Reason

    /// Creates an error for a file.
    public init(file: String, line: Int? = nil, _ reason: Reason) {
        self.file = file
        self.line = line
        self.reason = reason
    }

    public var description: String {
        let place = line.map { "\(file):\($0)" } ?? file
        let cause =
            switch reason {
            case .file(let message): message
            case .foreign(let message): "not a trace: \(message)"
            case .format(let found, let known) where found > known:
                "written in format \(found), newer than format \(known) that this version reads; "
                    + "update mlx-port"
            case .format(let found, let known):
                "written in format \(found), older than format \(known); record it again"
            case .corrupt(let message): "corrupt trace: \(message)"
            case .truncated(let message): "truncated trace: \(message)"
            }
        return "\(place): \(cause)"
    }
}
