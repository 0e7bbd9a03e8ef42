import Foundation

/// The checkout that the program works on: the current directory if it is one, else the one that the
/// program was built in.
enum Repository {
    /// A path of the checkout, relative where the checkout is the current directory.
    static func path(_ relative: String) -> String {
        root.map { $0.appending(path: relative).path } ?? relative
    }

    /// The checkout's folder; `nil` if it is the current directory.
    private static let root: URL? = {
        let marker = "Generator/Families"
        let manager = FileManager.default
        if manager.fileExists(atPath: marker) { return nil }
        var folder = Bundle.main.executableURL?.resolvingSymlinksInPath()
        while let current = folder, current.path != "/" {
            if manager.fileExists(atPath: current.appending(path: marker).path) { return current }
            folder = current.deletingLastPathComponent()
        }
        return nil
    }()

    /// The checkout's folder, as a process's current directory.
    static var folder: URL {
        root ?? URL(filePath: FileManager.default.currentDirectoryPath)
    }
}
