import PythonSyntax

/// What changed between two versions of a Python package, family by family, at the level of the
/// syntax tree: formatting, comments and documentation strings do not count.
public struct PackageDrift: Codable, Sendable {
    public let package: String
    public let from: String
    public let to: String
    /// Families that only the newer version has.
    public let added: [String]
    /// Families that only the older version has.
    public let removed: [String]
    public let changed: [Part]
    /// Modules that families share, such as `cache`.
    public let shared: [Part]
    /// Swift files that were ported by hand from a shared module that changed since.
    public let ported: [String]
    /// How many families did not change.
    public let unchanged: Int

    /// A family or shared module that changed.
    public struct Part: Codable, Sendable {
        public let name: String
        /// For a shared module: the families that reach it in the newer version.
        public let users: [String]?
        public let difference: StructuralDifference
    }

    /// The families of both versions whose own code changed, or code that they share.
    public var touched: [String] {
        Set(changed.map(\.name)).union(shared.flatMap { $0.users ?? [] }).subtracting(added)
            .sorted()
    }

    public var isEmpty: Bool {
        added.isEmpty && removed.isEmpty && changed.isEmpty && shared.isEmpty
    }

    /// Compares two versions.
    ///
    /// - Parameter ported: what Swift files were ported by hand from.
    /// - Throws: `PythonSourceError` for a file that is no Python.
    public init(from old: PythonPackage, to new: PythonPackage, ported: [PortedSource] = []) throws
    {
        package = new.distributionName
        from = old.version
        to = new.version
        let (before, after) = try (Set(old.families()), Set(new.families()))
        added = after.subtracting(before).sorted()
        removed = before.subtracting(after).sorted()
        let sources = (old: PackageSources(old), new: PackageSources(new))
        var changed: [Part] = []
        let common = before.intersection(after).sorted()
        for family in common {
            let difference = try Self.difference(
                old.family(family).files.map(sources.old.parsed),
                new.family(family).files.map(sources.new.parsed))
            if !difference.isEmpty {
                changed.append(Part(name: family, users: nil, difference: difference))
            }
        }
        self.changed = changed
        unchanged = common.count - changed.count

        let shared = try (
            old: old.sharedFiles().map(sources.old.parsed),
            new: new.sharedFiles().map(sources.new.parsed)
        )
        let names = Set((shared.old + shared.new).map(\.name)).sorted()
        let users = try Self.users(of: names, among: after.sorted(), in: sources.new)
        var moved: Set<String> = []
        self.shared = names.compactMap { name in
            let difference = Self.difference(
                shared.old.filter { $0.name == name }, shared.new.filter { $0.name == name })
            guard !difference.isEmpty else { return nil }
            moved.insert(name)
            return Part(
                name: name.split(separator: ".").last.map(String.init) ?? name,
                users: users[name] ?? [], difference: difference)
        }
        let current = Dictionary(uniqueKeysWithValues: shared.new.map { ($0.name, $0.sha256) })
        self.ported = Set(
            ported.filter { moved.contains($0.module) && current[$0.module] != $0.sha256 }
                .map(\.swiftFile)
        ).sorted()
    }

    private static func difference(_ old: [ParsedModule], _ new: [ParsedModule])
        -> StructuralDifference
    {
        let (before, after) = (ModuleStructure(old), ModuleStructure(new))
        var rest = after.classes
        let pairs = before.classes.compactMap { old -> (ClassStructure, ClassStructure)? in
            let same = rest.firstIndex { $0.name == old.name && $0.file == old.file }
            guard let index = same ?? rest.firstIndex(where: { $0.name == old.name }) else {
                return nil
            }
            return (old, rest.remove(at: index))
        }
        return StructuralComparison().difference(before, after, pairs: pairs)
    }

    /// The families that import a shared module.
    private static func users(
        of modules: [String], among families: [String], in sources: PackageSources
    ) throws -> [String: [String]] {
        var users: [String: [String]] = [:]
        for family in families {
            let imported = try Set(
                sources.package.family(family).files.flatMap { file in
                    try sources.imports(of: sources.parsed(file))
                        .flatMap { [$0.module, "\($0.module).\($0.name)"] }
                })
            for module in modules where imported.contains(module) {
                users[module, default: []].append(family)
            }
        }
        return users
    }

    /// The drift for a person.
    ///
    /// - Parameter isBrief: only which parts changed, without their lines.
    public func text(isBrief: Bool = false) -> String {
        var lines = [
            "\(package) \(from) → \(to): \(added.count) families new, \(removed.count) gone, "
                + "\(changed.count) changed, \(unchanged) as they were"
        ]
        if !added.isEmpty { lines += ["", "new: \(added.joined(separator: ", "))"] }
        if !removed.isEmpty { lines += ["", "gone: \(removed.joined(separator: ", "))"] }
        if !ported.isEmpty {
            lines += ["", "ported by hand, from what changed: \(ported.joined(separator: ", "))"]
        }
        for (title, parts) in [("shared by families", shared), ("families", changed)]
        where !parts.isEmpty {
            lines += ["", title]
            for part in parts {
                let users = part.users.map { ", used by \($0.count) families" } ?? ""
                lines.append("  \(part.name): \(part.difference.summary)\(users)")
                if !isBrief { lines += part.difference.lines(indent: 4) }
            }
        }
        return lines.joined(separator: "\n")
    }
}

extension StructuralDifference {
    /// `2 classes, 1 function, 12 lines`
    var summary: String {
        let changed =
            classes.reduce(0) {
                $0 + $1.fields.count + $1.methods.reduce(0) { $0 + $1.lines.count }
            }
            + functions.reduce(0) { $0 + $1.lines.count } + statements.count
        let counts = [
            (classes.count, "class", "classes"), (functions.count, "function", "functions"),
            (changed, "line", "lines"),
        ]
        return counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.0 == 1 ? $0.1 : $0.2)" }
            .joined(separator: ", ")
    }
}
