import PythonSyntax

/// How the Python of one family, or one version of it, differs from another's.
public struct StructuralDifference: Codable, Hashable, Sendable {
    public let classes: [ClassChange]
    public let functions: [Change]
    /// Changes outside classes and functions.
    public let statements: [LineChange]

    public var isEmpty: Bool { classes.isEmpty && functions.isEmpty && statements.isEmpty }

    /// A class that only one side has, or that differs.
    public struct ClassChange: Codable, Hashable, Sendable {
        public let old: Name?
        public let new: Name?
        /// Of the heading and the fields.
        public let fields: [LineChange]
        public let methods: [Change]
    }

    /// A function that only one side has, or that differs.
    public struct Change: Codable, Hashable, Sendable {
        public let old: Name?
        public let new: Name?
        public let lines: [LineChange]
    }

    /// A name with its place.
    public struct Name: Codable, Hashable, Sendable {
        public let name: String
        /// `language.py:20`
        public let place: String
    }

    /// A line that one side has and the other has not.
    public struct LineChange: Codable, Hashable, Sendable {
        public enum Kind: String, Codable, Sendable {
            case removed = "-"
            case added = "+"
        }

        public let kind: Kind
        public let text: String
        public let depth: Int
        public let line: Int
    }
}

/// Compares two structures.
struct StructuralComparison {
    /// What the old side's names are on the new side.
    private let renames: [String: String]

    /// - Parameter renames: of classes and functions.
    init(renames: [String: String] = [:]) { self.renames = renames }

    /// Compares classes that belong together, and everything that has no counterpart with nothing.
    func difference(
        _ old: ModuleStructure, _ new: ModuleStructure, pairs: [(ClassStructure, ClassStructure)]
    ) -> StructuralDifference {
        let oldPaired = Set(pairs.map(\.0.name))
        let newPaired = Set(pairs.map(\.1.name))
        let changed = pairs.compactMap { change($0.0, $0.1) }
        let removed = old.classes.filter { !oldPaired.contains($0.name) }.map {
            StructuralDifference.ClassChange(old: $0.named, new: nil, fields: [], methods: [])
        }
        let added = new.classes.filter { !newPaired.contains($0.name) }.map {
            StructuralDifference.ClassChange(old: nil, new: $0.named, fields: [], methods: [])
        }
        return StructuralDifference(
            classes: changed + removed + added,
            functions: changes(old.functions, new.functions),
            statements: lineChanges(old.statements, new.statements))
    }

    private func change(_ old: ClassStructure, _ new: ClassStructure)
        -> StructuralDifference.ClassChange?
    {
        let fields = lineChanges(
            [CanonicalLine(old.heading, line: old.line)] + old.fields,
            [CanonicalLine(new.heading, line: new.line)] + new.fields)
        let methods = changes(old.methods, new.methods)
        guard !fields.isEmpty || !methods.isEmpty else { return nil }
        return StructuralDifference.ClassChange(
            old: old.named, new: new.named, fields: fields, methods: methods)
    }

    private func changes(_ old: [FunctionStructure], _ new: [FunctionStructure])
        -> [StructuralDifference.Change]
    {
        var rest = new
        let known = old.compactMap { function -> StructuralDifference.Change? in
            let name = renames[function.name] ?? function.name
            guard let index = rest.firstIndex(where: { $0.name == name }) else {
                return StructuralDifference.Change(old: function.named, new: nil, lines: [])
            }
            let other = rest.remove(at: index)
            let lines = lineChanges(function.lines, other.lines)
            return lines.isEmpty
                ? nil
                : StructuralDifference.Change(old: function.named, new: other.named, lines: lines)
        }
        return known
            + rest.map { StructuralDifference.Change(old: nil, new: $0.named, lines: []) }
    }

    private func lineChanges(_ old: [CanonicalLine], _ new: [CanonicalLine])
        -> [StructuralDifference.LineChange]
    {
        let renamed = old.map {
            CanonicalLine($0.text.renamingWords(renames), depth: $0.depth, line: $0.line)
        }
        var removals: [Int: CanonicalLine] = [:]
        var insertions: [Int: CanonicalLine] = [:]
        for change in new.difference(from: renamed) {
            switch change {
            case .remove(let offset, let line, _): removals[offset] = line
            case .insert(let offset, let line, _): insertions[offset] = line
            }
        }
        // Both sides are walked together, so that what replaces a line stands behind it.
        var changes: [StructuralDifference.LineChange] = []
        var (i, j) = (0, 0)
        while i < renamed.count || j < new.count {
            if let line = removals[i], i < renamed.count {
                changes.append(
                    .init(kind: .removed, text: line.text, depth: line.depth, line: line.line))
                i += 1
            } else if let line = insertions[j], j < new.count {
                changes.append(
                    .init(kind: .added, text: line.text, depth: line.depth, line: line.line))
                j += 1
            } else {
                i += 1
                j += 1
            }
        }
        return changes
    }
}

extension ClassStructure {
    var named: StructuralDifference.Name {
        StructuralDifference.Name(name: name, place: "\(file):\(line)")
    }
}

extension FunctionStructure {
    var named: StructuralDifference.Name {
        StructuralDifference.Name(name: name, place: "\(file):\(line)")
    }
}

extension String {
    /// The text with whole words replaced.
    fileprivate func renamingWords(_ names: [String: String]) -> String {
        guard !names.isEmpty else { return self }
        return replacing(/[A-Za-z_][A-Za-z0-9_]*/) { match in
            names[String(match.output)] ?? String(match.output)
        }
    }
}
