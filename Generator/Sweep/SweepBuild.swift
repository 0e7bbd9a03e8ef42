import ChildProcesses
import Compiler
import Foundation
import Rendering

/// Builds an llm-tool that holds all families that were generated. A family whose Swift the compiler
/// refuses is left out, and the rest built again.
struct SweepBuild {
    let settings: SweepSettings
    let families: [String]

    /// What a build led to.
    struct Outcome {
        /// The built program; `nil` if there is none.
        let tool: String?
        let message: String?
    }

    /// - Parameter progress: called before each attempt with what is built.
    /// - Throws: what the file system throws.
    func run(progress: (String) -> Void) throws -> Outcome {
        let folder = settings.folder
        var included = families.filter {
            let result = folder.result(of: $0)
            return result.failure == nil && result.translation?.isFull == true
        }
        for family in included { try setErrors([], of: family) }
        for attempt in 1... {
            try write(included)
            progress("\(included.count) families, attempt \(attempt)")
            let log = try swiftBuild()
            if log.status == 0 {
                return Outcome(tool: scratchPath + "/debug/llm-tool", message: nil)
            }
            let errors = CompilerErrors(log.text, models: settings.models.path)
            if errors.byFile.keys.contains(where: isOfOtherPackage), attempt < 3 {
                // What an earlier sweep of the other package left does not build any more.
                try remove(where: isOfOtherPackage)
                continue
            }
            let refused = included.filter { !errors.found(in: files(of: $0)).isEmpty }
            guard !refused.isEmpty else {
                return Outcome(
                    tool: nil, message: errors.firstOther ?? log.text.suffix(2000).description)
            }
            for family in refused {
                try setErrors(errors.found(in: files(of: family)), of: family)
            }
            included.removeAll(where: refused.contains)
        }
        return Outcome(tool: nil, message: nil)
    }

    private var scratchPath: String { settings.repository + "/.build/sweep" }

    private func setErrors(_ errors: [Blocker], of family: String) throws {
        var result = settings.folder.result(of: family)
        guard result.compilerErrors != errors else { return }
        result.compilerErrors = errors
        try settings.folder.save(result)
    }

    /// A family's files below the folder of models, those that it shares with others too.
    private func files(of family: String) -> [String] {
        settings.folder.result(of: family).translation?.files ?? []
    }

    /// Makes the folder of models hold the families' files and nothing else of this package.
    private func write(_ included: [String]) throws {
        let folder = settings.folder
        var files: [RenderedFile] = []
        var entries: [RegistryEntry] = []
        for family in included {
            guard let translation = folder.result(of: family).translation else { continue }
            entries += translation.registrations
            for path in translation.files {
                let file = folder.generated(family).appending(path: path)
                files.append(
                    RenderedFile(
                        path: path, contents: try String(contentsOf: file, encoding: .utf8)))
            }
        }
        files += try FamilyCompiler().registries(of: [settings.package: entries])
        try remove { !isOfOtherPackage($0) && !files.map(\.path).contains($0) }
        try OutputFolder(settings.models).write(files)
        // The program links both packages: one that was not swept is there without families.
        let others = ModelsPackage.allCases.filter { package in
            package != settings.package
                && !FileManager.default.fileExists(
                    atPath: settings.models.appending(path: "\(package.pathPrefix)Registry.swift")
                        .path)
        }
        let registries = try FamilyCompiler().registries(
            of: Dictionary(uniqueKeysWithValues: others.map { ($0, []) }))
        try OutputFolder(settings.models).write(registries)
    }

    private func isOfOtherPackage(_ path: String) -> Bool {
        let prefix = ModelsPackage.mlxLM.pathPrefix
        return (path + "/").hasPrefix(prefix) != (settings.package == .mlxLM)
    }

    /// Removes Swift files by their path below the folder of models.
    private func remove(where isStale: (String) -> Bool) throws {
        let found =
            FileManager.default.enumerator(atPath: settings.models.path)?
            .compactMap { $0 as? String } ?? []
        for path in found where path.hasSuffix(".swift") && isStale(path) {
            try FileManager.default.removeItem(at: settings.models.appending(path: path))
        }
    }

    private func swiftBuild() throws -> (status: Int32, text: String) {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [
            "swift", "build", "--scratch-path", scratchPath, "--product", "llm-tool",
            "-Xswiftc", "-continue-building-after-errors", "-Xswiftc", "-suppress-warnings",
        ]
        process.environment = ProcessInfo.processInfo.environment
            .merging(["MLX_PORT_MODELS": SweepSettings.modelsPath]) { _, new in new }
        process.currentDirectoryURL = URL(filePath: settings.repository)
        process.standardInput = FileHandle.nullDevice
        let log = Pipe.unshared()
        process.standardOutput = log
        process.standardError = log
        try process.start()
        let text = String(decoding: log.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        return (process.waitForExit(), text)
    }
}

/// The errors in the output of a build, by the model file that they are in.
struct CompilerErrors {
    private(set) var byFile: [String: [Blocker]] = [:]
    /// The first error in another file.
    private(set) var firstOther: String?

    init(_ log: String, models: String) {
        var seen: Set<String> = []
        for line in log.split(separator: "\n") where line.contains(": error: ") {
            guard seen.insert(String(line)).inserted else { continue }
            guard
                let match = line.firstMatch(
                    of: /^(?<path>\/[^:]+):(?<place>\d+:\d+): error: (?<message>.*)$/)
            else {
                if firstOther == nil { firstOther = String(line) }
                continue
            }
            let path = String(match.path)
            guard let range = path.range(of: models + "/"), path[range.upperBound...].contains("/")
            else {
                if firstOther == nil { firstOther = String(line) }
                continue
            }
            let message = String(match.message)
            byFile[String(path[range.upperBound...]), default: []].append(
                Blocker(
                    construct: "the Swift compiler: \(Self.general(message))",
                    place: "\(path[range.upperBound...]):\(match.place)", message: message))
        }
    }

    /// The errors in some of the files, in their order.
    func found(in files: [String]) -> [Blocker] { files.flatMap { byFile[$0] ?? [] } }

    /// The message without the names and types that it is about.
    static func general(_ message: String) -> String {
        message.replacing(/'[^']*'/, with: "'…'")
    }
}
