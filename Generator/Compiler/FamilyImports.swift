import Foundation
import PythonSyntax

/// Which families of a package use the code of which others.
final class FamilyImports {
    private let package: PythonPackage
    private var closures: [String: Set<String>] = [:]
    private var imports: [String: Set<String>] = [:]
    private var families: [String: Bool] = [:]

    init(_ package: PythonPackage) { self.package = package }

    /// The defined families that share code with one: those it uses, those that use it, and those that
    /// use the same ones.
    func companions(of definition: FamilyDefinition, among others: [FamilyDefinition])
        -> [FamilyDefinition]
    {
        let others = others.filter {
            $0.package == definition.package && $0.family != definition.family
        }
        let closures = Dictionary(
            uniqueKeysWithValues: (others + [definition]).map { other in
                (other.family, closure(of: other.source).union([other.source]))
            })
        var shared = closures[definition.family] ?? []
        var found: Set<String> = []
        var isGrowing = true
        while isGrowing {
            isGrowing = false
            for other in others where !found.contains(other.family) {
                guard let closure = closures[other.family], !closure.isDisjoint(with: shared) else {
                    continue
                }
                found.insert(other.family)
                shared.formUnion(closure)
                isGrowing = true
            }
        }
        return others.filter { found.contains($0.family) }.sorted { $0.family < $1.family }
    }

    /// The families whose modules a family's code imports, directly or not.
    func closure(of family: String) -> Set<String> {
        if let known = closures[family] { return known }
        var found: Set<String> = []
        var open = [family]
        while let next = open.popLast() {
            for other in imported(by: next) where other != family {
                if found.insert(other).inserted { open.append(other) }
            }
        }
        closures[family] = found
        return found
    }

    /// Whether a source file is one of a family's.
    func file(_ path: String, isOf family: String) -> Bool {
        path.contains("/models/\(family)/") || path.hasSuffix("/models/\(family).py")
    }

    /// The families that a family's files name in their imports. The text is enough to tell, and reading
    /// it takes a hundredth of the time of parsing it.
    private func imported(by family: String) -> Set<String> {
        if let known = imports[family] { return known }
        var names: Set<String> = []
        for file in files(of: family) {
            guard let text = try? String(contentsOf: file.url, encoding: .utf8) else { continue }
            let named = Self.modules(importedBy: text, dots: file.dots)
            names.formUnion(named.filter { $0 != family && isFamily($0) })
        }
        imports[family] = names
        return names
    }

    /// The modules of the folder that some dots stand for, as a text's imports name them: `from .x import y` and
    /// `from . import x, z as w`.
    static func modules(importedBy text: String, dots: String) -> [String] {
        func name(_ text: Substring) -> String {
            String(text.drop { $0.isWhitespace }.prefix { $0.isLetter || $0.isNumber || $0 == "_" })
        }
        let lines = text.split(separator: "\n")
        return lines.indices.flatMap { index -> [String] in
            let words = lines[index].drop { $0 == " " }
            guard words.hasPrefix("from \(dots)") else { return [] }
            let rest = words.dropFirst(5 + dots.count)
            guard rest.hasPrefix(" import ") else { return [name(rest)] }
            var list = String(rest.dropFirst(8))
            if list.contains("(") {
                list = lines[index...].joined(separator: "\n")
                list = String(list.drop { $0 != "(" }.dropFirst().prefix { $0 != ")" })
            }
            return list.split(separator: ",").map { name($0) }
        }.filter { !$0.isEmpty }
    }

    /// A family's files, with how an import in them reaches the package's models.
    private func files(of family: String) -> [(url: URL, dots: String)] {
        let root = "\(package.name).models.\(family)"
        guard let entry = package.file(ofModule: root)?.file else { return [] }
        guard entry.lastPathComponent == "__init__.py" else { return [(entry, ".")] }
        let folder = entry.deletingLastPathComponent()
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { $0.hasSuffix(".py") }.sorted().map {
            (folder.appending(path: $0), "..")
        }
    }

    /// A folder of its own, or in mlx-lm a file with a `Model`.
    private func isFamily(_ name: String) -> Bool {
        if let known = families[name] { return known }
        let isFamily = definesFamily(name)
        families[name] = isFamily
        return isFamily
    }

    private func definesFamily(_ name: String) -> Bool {
        guard let file = package.file(ofModule: "\(package.name).models.\(name)")?.file else {
            return false
        }
        if file.lastPathComponent == "__init__.py" { return true }
        let text = try? String(contentsOf: file, encoding: .utf8)
        return text?.contains("\nclass Model(") == true
    }
}

/// The imports of each package that a compiler has read.
final class PackageImports {
    private var known: [URL: FamilyImports] = [:]

    func imports(in package: PythonPackage) -> FamilyImports {
        if let imports = known[package.folder] { return imports }
        let imports = FamilyImports(package)
        known[package.folder] = imports
        return imports
    }
}
