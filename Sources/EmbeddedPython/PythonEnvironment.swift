import CPython
import Foundation

/// A Python virtual environment on disk.
public struct PythonEnvironment: Hashable, Sendable {
    /// The folder that holds `pyvenv.cfg`.
    public let root: URL

    /// The environment's interpreter, `bin/python3`.
    public var executable: URL { root.appending(path: "bin/python3") }

    /// Where its packages are installed.
    public var sitePackages: URL {
        root.appending(path: "lib/python\(PythonEnvironment.linkedVersion)/site-packages")
    }

    /// The version of CPython that this program is linked with, such as `3.11`.
    public static let linkedVersion = "\(PY_MAJOR_VERSION).\(PY_MINOR_VERSION)"

    /// The environment in the folder `root`.
    ///
    /// - Throws: ``PythonStartError`` if there is none, or if another version of Python made it.
    public init(root: URL) throws {
        self.root = root
        let settings = root.appending(path: "pyvenv.cfg")
        guard let text = try? String(contentsOf: settings, encoding: .utf8) else {
            throw PythonStartError(
                "\(root.path) is not a virtual environment (it has no pyvenv.cfg): run 'make setup'"
            )
        }
        guard FileManager.default.fileExists(atPath: sitePackages.path) else {
            throw PythonStartError(
                """
                the virtual environment \(root.path) was made with \
                Python \(Self.version(in: text) ?? "of an unknown version"), but this program is \
                linked with Python \(Self.linkedVersion): run 'make setup'
                """)
        }
    }

    /// The environment that this process uses: the one that `MLX_PORT_VENV` names, or the `.venv`
    /// of the nearest folder above the executable, or above the current directory, that has one
    /// of the linked version. `nil` if there is none.
    ///
    /// - Throws: ``PythonStartError`` if `MLX_PORT_VENV` names something that cannot be used.
    public static func locate(
        environment: [String: String] = ProcessInfo.processInfo.environment,
        startingPoints: [URL] = defaultStartingPoints
    ) throws -> PythonEnvironment? {
        if let path = environment["MLX_PORT_VENV"], !path.isEmpty {
            return try PythonEnvironment(root: URL(filePath: path).standardizedFileURL)
        }
        for start in startingPoints {
            for folder in sequence(first: start.standardizedFileURL, next: parent) {
                let root = folder.appending(path: ".venv")
                if let found = try? PythonEnvironment(root: root) { return found }
            }
        }
        return nil
    }

    /// The folders from which ``locate(environment:startingPoints:)`` looks upwards.
    public static var defaultStartingPoints: [URL] {
        let executable = Bundle.main.executableURL?.resolvingSymlinksInPath()
        let current = URL(filePath: FileManager.default.currentDirectoryPath)
        return [executable?.deletingLastPathComponent(), current].compactMap { $0 }
    }

    private static func parent(of folder: URL) -> URL? {
        folder.path == "/" ? nil : folder.deletingLastPathComponent().standardizedFileURL
    }

    private static func version(in settings: String) -> String? {
        settings.split(whereSeparator: \.isNewline)
            .map { $0.split(separator: "=").map { $0.trimmingCharacters(in: .whitespaces) } }
            .first { $0.count == 2 && $0[0].hasPrefix("version") }?[1]
    }
}
