import Foundation

/// Why a file could not be loaded or saved.
public enum LoadSaveError: Error, Equatable {
    /// The file cannot be opened, or its contents are not what they should be.
    case unableToOpen(URL, String)
    /// The name's extension says no format that is known here.
    case unknownExtension(String)
}

extension LoadSaveError: LocalizedError, CustomStringConvertible {
    /// The file and the cause.
    public var description: String {
        switch self {
        case .unableToOpen(let url, let cause): "\(url.path): \(cause)"
        case .unknownExtension(let name): "unknown file extension '\(name)'"
        }
    }

    /// As `description`.
    public var errorDescription: String? { description }
}
