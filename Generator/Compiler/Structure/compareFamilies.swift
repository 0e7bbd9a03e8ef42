import Foundation
import PythonSyntax

/// How two families differ, class by class and statement by statement.
public struct FamilyComparison: Codable, Sendable {
    public let old: String
    public let new: String
    /// Classes that belong together, with how much of the smaller one the other has too.
    public let pairs: [Pair]
    public let difference: StructuralDifference

    public struct Pair: Codable, Hashable, Sendable {
        public let old: String
        public let new: String
        /// From 0 to 1: the share of lines that both have.
        public let likeness: Double
    }
}

/// Compares the Python of two families.
///
/// Classes belong together whose names are equal but for the family's own name, then those that have
/// most lines in common; names of classes that belong together count as equal.
///
/// - Throws: `PythonPackageError` for an unknown family, `PythonSourceError` for a broken file.
public func compareFamilies(
    _ old: String, of oldPackage: PythonPackage, with new: String, of newPackage: PythonPackage
) throws -> FamilyComparison {
    let oldStructure = try ModuleStructure(ownModules(of: old, in: oldPackage))
    let newStructure = try ModuleStructure(ownModules(of: new, in: newPackage))
    let pairs = pairClasses(oldStructure.classes, of: old, newStructure.classes, of: new)
    let renames = Dictionary(
        pairs.map { ($0.0.name, $0.1.name) }, uniquingKeysWith: { first, _ in first })
    let differing = renames.filter { $0.key != $0.value }
    return FamilyComparison(
        old: old, new: new,
        pairs: pairs.map {
            FamilyComparison.Pair(
                old: $0.0.name, new: $0.1.name,
                likeness: likeness($0.0, $0.1, renames: differing))
        },
        difference: StructuralComparison(renames: differing).difference(
            oldStructure, newStructure, pairs: pairs))
}

/// The modules of a family's own folder or file that its entry reaches.
func ownModules(of family: String, in package: PythonPackage) throws -> [ParsedModule] {
    let own = Set(try package.family(family).files.map(\.moduleName))
    return try FamilyModules(of: family, in: package).all.filter {
        own.contains($0.name) && !$0.path.hasSuffix("__init__.py")
    }.sorted { $0.name < $1.name }
}

private func pairClasses(
    _ old: [ClassStructure], of oldFamily: String, _ new: [ClassStructure], of newFamily: String
) -> [(ClassStructure, ClassStructure)] {
    var rest = new
    var pairs: [(ClassStructure, ClassStructure)] = []
    var alone: [ClassStructure] = []
    for structure in old {
        let name = structure.name.withoutFamily(oldFamily)
        if let index = rest.firstIndex(where: { $0.name.withoutFamily(newFamily) == name }) {
            pairs.append((structure, rest.remove(at: index)))
        } else {
            alone.append(structure)
        }
    }
    for structure in alone {
        let ranked = rest.indices.map { ($0, likeness(structure, rest[$0], renames: [:])) }
        guard let best = ranked.max(by: { $0.1 < $1.1 }), best.1 >= 0.4 else { continue }
        pairs.append((structure, rest.remove(at: best.0)))
    }
    return pairs
}

/// The share of lines that both classes have.
private func likeness(
    _ old: ClassStructure, _ new: ClassStructure, renames: [String: String]
) -> Double {
    var counts: [String: Int] = [:]
    for line in old.lines { counts[line.text, default: 0] += 1 }
    var common = 0
    for line in new.lines where counts[line.text, default: 0] > 0 {
        counts[line.text, default: 0] -= 1
        common += 1
    }
    let total = max(old.lines.count, new.lines.count)
    return total == 0 ? 1 : Double(common) / Double(total)
}

extension String {
    /// `Qwen3MoeAttention` of qwen3_moe is `Attention`.
    fileprivate func withoutFamily(_ family: String) -> String {
        let own = family.lowercased().filter { $0.isLetter || $0.isNumber }
        guard lowercased().hasPrefix(own), count > own.count else { return self }
        return String(dropFirst(own.count))
    }
}
