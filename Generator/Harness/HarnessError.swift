/// Why a recording or a verification could not be carried out.
public enum HarnessError: Error, Sendable, Equatable, CustomStringConvertible {
    /// A program that is needed is not there.
    case missingProgram(path: String, advice: String)
    /// A program ended with an error, after saying why.
    case failed(program: String, status: Int32, message: String)
    /// A program's result is not what it should be.
    case badResult(program: String, message: String)

    public var description: String {
        switch self {
        case .missingProgram(let path, let advice): "\(path): no such program; \(advice)"
        case .failed(let program, let status, let message):
            message.isEmpty ? "\(program) ended with status \(status)" : "\(program): \(message)"
        case .badResult(let program, let message): "\(program): \(message)"
        }
    }
}
