import Foundation
import Media
import ModelRuntime

extension UserInput.Media {
    /// A picture, recording or film that a user names: a path, or a `data:` URL.
    ///
    /// - Parameter option: what it was named by, for messages.
    /// - Throws: `ModelRuntimeError` for a file that cannot be read, a malformed URL, and an address in the
    ///   net: nothing is fetched.
    init(named text: String, by option: String) throws {
        if ["data:", "http://", "https://"].contains(where: text.hasPrefix) {
            do {
                self = .data(try MediaSource(text).bytes)
            } catch {
                throw ModelRuntimeError.input("\(option): \(error.errorDescription ?? "\(error)")")
            }
            return
        }
        guard FileManager.default.isReadableFile(atPath: text) else {
            throw ModelRuntimeError.input("\(option): cannot read \(text)")
        }
        self = .file(URL(filePath: text))
    }
}
