import EmbeddedPython
import Foundation

/// What a package says about itself, in whichever file its form of installation has.
struct PackageMetadata {
    let version: String
    let license: String?

    /// Reads an installed package's `METADATA`, a source archive's `PKG-INFO`, the package's own
    /// `version.py` or `_version.py`, or a checkout's `pyproject.toml`, in that order.
    ///
    /// - Throws: ``PythonPackageError`` if none of them has the version.
    init(ofPackage name: String, in folder: URL) throws {
        // `src/<name>` lies one folder deeper in the checkout than `<name>`.
        let parent = folder.deletingLastPathComponent()
        let roots = [parent, parent.deletingLastPathComponent()]
        let headers = Self.headerFiles(ofPackage: name, near: roots)
            .compactMap { try? String(contentsOf: $0, encoding: .utf8) }.map(Self.headers)
        let project = roots.lazy.map { $0.appending(path: "pyproject.toml") }
            .first { $0.isFile }.flatMap { try? Project(file: $0) }

        let version =
            headers.lazy.compactMap { $0["version"] }.first
            ?? Self.versionInSource(of: folder) ?? project?.version
        guard let version else {
            throw PythonPackageError(
                """
                cannot tell the version of \(name) in \(folder.path) (looked for METADATA, \
                PKG-INFO, version.py, _version.py and pyproject.toml)
                """)
        }
        self.version = version
        license =
            headers.lazy.compactMap(Self.license).first ?? project?.license
            ?? Self.licenseFile(near: roots)
    }

    // MARK: METADATA and PKG-INFO

    private static func headerFiles(ofPackage name: String, near roots: [URL]) -> [URL] {
        let installed = roots[0].contents
            .filter {
                $0.lastPathComponent.hasPrefix("\(name)-") && $0.pathExtension == "dist-info"
            }
            .map { $0.appending(path: "METADATA") }
        let unpacked = roots.map { $0.appending(path: "PKG-INFO") }
        return (installed + unpacked).filter { file in
            guard let text = try? String(contentsOf: file, encoding: .utf8) else { return false }
            return headers(text)["name"]?.replacing("-", with: "_") == name
        }
    }

    /// The `Key: value` lines up to the first empty line, keys in lower case; of repeated keys only
    /// the licence classifier is of use, under `classifier`.
    private static func headers(_ text: String) -> [String: String] {
        var headers: [String: String] = [:]
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.allSatisfy(\.isWhitespace) { break }
            let parts = line.split(separator: ":", maxSplits: 1)
            guard parts.count == 2, line.first?.isWhitespace == false else { continue }
            let key = parts[0].lowercased()
            let value = parts[1].trimmingCharacters(in: .whitespaces)
            if key == "classifier" && !value.hasPrefix("License ::") { continue }
            if headers[key] == nil { headers[key] = value }
        }
        return headers
    }

    private static func license(in headers: [String: String]) -> String? {
        let classifier = headers["classifier"]?.components(separatedBy: " :: ").last
        let name = headers["license-expression"] ?? headers["license"] ?? classifier
        return name.map(shortened)
    }

    /// `MIT License` is `MIT`.
    private static func shortened(_ license: String) -> String {
        license.hasSuffix(" License") ? String(license.dropLast(" License".count)) : license
    }

    private static func licenseFile(near roots: [URL]) -> String? {
        roots.lazy.map { $0.appending(path: "LICENSE") }
            .compactMap { try? String(contentsOf: $0, encoding: .utf8) }
            .compactMap { $0.split(whereSeparator: \.isNewline).first.map(String.init) }
            .first.map { shortened($0.trimmingCharacters(in: .whitespaces)) }
    }

    // MARK: The package's own files

    /// `__version__ = "…"`.
    private static func versionInSource(of folder: URL) -> String? {
        for name in ["version.py", "_version.py", "__init__.py"] {
            let file = folder.appending(path: name)
            guard let module = try? PythonParser().parse(file: file, moduleName: name) else {
                continue
            }
            for statement in module.body {
                if case .assign(let targets, let value) = statement.kind,
                    targets == [Expression(.name("__version__"))],
                    case .constant(.string(let version)) = value.kind
                {
                    return version
                }
            }
        }
        return nil
    }

    /// The `[project]` table of a `pyproject.toml`.
    private struct Project {
        let version: String?
        let license: String?

        init(file: URL) throws {
            let text = try String(contentsOf: file, encoding: .utf8)
            let project = try PythonInterpreter.shared.importModule("tomllib")
                .callMethod("loads", text).item("project")
            version = try? project.item("version").converted()
            let license = try? project.item("license")
            self.license =
                (try? license?.converted(to: String.self))
                ?? (try? license?.item("text").converted(to: String.self))
        }
    }
}
