import ArgumentParser
import Compiler
import Foundation

/// `--source`: where the Python is read, if not where it is installed.
struct SourceOption: ParsableArguments {
    @Option(
        name: .customLong("source"),
        help: ArgumentHelp(
            "Another version of the Python package, by folder; or a family that the installed one "
                + "does not have, by its folder (mlx-vlm) or file (mlx-lm).", valueName: "folder"))
    var path: String?

    /// A family of its own is put into a copy of the package.
    mutating func validate() throws {
        guard let given = path, let overlay = SourceOverlay(given) else { return }
        do {
            path = try overlay.make(
                in: Repository.folder.appending(path: ".build/mlx-port/overlays")
            ).path
        } catch {
            throw ValidationError("\(given): \(error)")
        }
    }

    var folder: URL? { path.map { URL(filePath: $0) } }
}
