import Analysis
import Foundation
import PythonSyntax
import Translation

/// What analysis and translation have made of families that share code.
struct TranslatedGroup {
    let analysis: FamilyAnalysis
    let translation: FamilyTranslation
    /// Type names that belong to other families, by the name of a family in camel case.
    let reserved: [String: Set<String>]
}

/// The groups that a compiler has translated. Each of a group's families has the same code in it, so it is analysed and
/// translated once, for the first of them.
final class TranslatedGroups {
    private var known: [Key: TranslatedGroup] = [:]

    private struct Key: Hashable {
        let package: URL
        /// All that definitions say of the families, which may be others in the next run for the same names.
        let families: Set<FamilySources>
        /// What the first of them says for all.
        let callsLanguageModel: Bool
    }

    /// The group as one of its families has it, if it has been translated for another one.
    func group(
        of family: FamilySources, with companions: [FamilySources], in package: PythonPackage
    ) -> TranslatedGroup? {
        guard let first = known[key(family, companions, package)],
            let seen = first.analysis.family.seen(from: family.name, modules: family.modules),
            let translation = first.translation.seen(from: seen)
        else { return nil }
        return TranslatedGroup(
            analysis: FamilyAnalysis(family: seen, diagnostics: first.analysis.diagnostics),
            translation: translation, reserved: first.reserved)
    }

    /// Keeps a group of which nothing is wrong.
    func keep(
        _ group: TranslatedGroup, of family: FamilySources, with companions: [FamilySources],
        in package: PythonPackage
    ) {
        known[key(family, companions, package)] = group
    }

    private func key(
        _ family: FamilySources, _ companions: [FamilySources], _ package: PythonPackage
    ) -> Key {
        Key(
            package: package.folder, families: Set([family] + companions),
            callsLanguageModel: family.callsLanguageModel)
    }
}
