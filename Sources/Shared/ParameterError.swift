/// Numbers of a configuration that no layer can be made of.
public enum ParameterError: Error, Equatable, CustomStringConvertible {
    /// What is wrong, with the numbers.
    case invalid(String)

    public var description: String {
        switch self {
        case .invalid(let reason): reason
        }
    }
}

/// Throws a `ParameterError` that names the first size that is not positive.
func requirePositive(_ sizes: (name: String, value: Int)...) throws {
    for (name, value) in sizes where value <= 0 {
        throw ParameterError.invalid("\(name) must be positive, found \(value)")
    }
}
