import Foundation
import Rendering

/// The folder that generated files are written to.
public struct OutputFolder: Sendable {
    public let url: URL

    public init(_ url: URL) { self.url = url }

    /// A file that is not as it would be generated.
    public struct Difference: Hashable, Sendable {
        public let path: String
        /// Lines that differ, as `-found` and `+expected` with the line number in front.
        public let lines: [String]
        public let isMissing: Bool
    }

    /// What differs between the files on disk and those that would be generated.
    public func differences(from files: [RenderedFile]) -> [Difference] {
        files.compactMap { file in
            let path = url.appending(path: file.path)
            guard let found = try? String(contentsOf: path, encoding: .utf8) else {
                return Difference(path: path.path, lines: [], isMissing: true)
            }
            guard found != file.contents else { return nil }
            return Difference(
                path: path.path, lines: Self.changedLines(found: found, expected: file.contents),
                isMissing: false)
        }
    }

    /// Writes all files, each whole or not at all.
    ///
    /// - Throws: what the file system throws, with the path.
    public func write(_ files: [RenderedFile]) throws {
        for file in files {
            let path = url.appending(path: file.path)
            try FileManager.default.createDirectory(
                at: path.deletingLastPathComponent(), withIntermediateDirectories: true)
            if (try? String(contentsOf: path, encoding: .utf8)) == file.contents { continue }
            try file.contents.write(to: path, atomically: true, encoding: .utf8)
        }
    }

    /// Writes all files and removes other Swift files that are there.
    ///
    /// - Throws: what the file system throws, with the path.
    public func replace(with files: [RenderedFile]) throws {
        let wanted = Set(files.map(\.path))
        let found = FileManager.default.enumerator(atPath: url.path)?.compactMap { $0 as? String }
        for path in found ?? [] where path.hasSuffix(".swift") && !wanted.contains(path) {
            try FileManager.default.removeItem(at: url.appending(path: path))
        }
        try write(files)
    }

    private static func changedLines(found: String, expected: String) -> [String] {
        let (old, new) = (
            found.components(separatedBy: "\n"), expected.components(separatedBy: "\n")
        )
        return new.difference(from: old).sorted { $0.offset < $1.offset }.map { change in
            switch change {
            case .remove(let offset, let line, _): "\(offset + 1): - \(line)"
            case .insert(let offset, let line, _): "\(offset + 1): + \(line)"
            }
        }
    }
}

extension CollectionDifference.Change {
    fileprivate var offset: Int {
        switch self {
        case .insert(let offset, _, _), .remove(let offset, _, _): offset
        }
    }
}
