import Analysis
import CompilerTestSupport
import Foundation
import Operations
import Testing

/// The language part of the installed gemma3n, with one text of it changed.
struct LanguagePart {
    let family: TypedFamily

    init(_ changes: (old: String, new: String)...) throws {
        let folder = try Repository.sitePackages().appending(path: "mlx_vlm/models/gemma3n")
        func text(_ name: String) throws -> String {
            try String(contentsOf: folder.appending(path: name), encoding: .utf8)
        }
        var language = try text("language.py")
        for change in changes {
            #expect(language.contains(change.old), "\(change.old)")
            language = language.replacing(change.old, with: change.new)
        }
        let table = try OperationTable.builtIn()
        family = try analyzeFamily(
            FamilySources(
                name: "case", modules: ["config", "language"].map(MemorySources.dottedName),
                entryModule: MemorySources.dottedName("language"), entryClass: "LanguageModel",
                callsLanguageModel: false),
            sources: try MemorySources(["config": text("config.py"), "language": language]),
            table: table, components: try ComponentLibrary(table: table)
        ).family
    }

    func match(_ name: String) -> ComponentMatch? {
        family.components["\(MemorySources.dottedName("language")).\(name)"]
    }

    /// Why the component of this name does not stand in for a class.
    func reason(_ name: String, _ component: String) -> String? {
        family.mismatches["\(MemorySources.dottedName("language")).\(name)"]?
            .first { $0.component == component }?.reason
    }
}
