import Analysis
import Operations

/// Analyses a family of modules that are strings; the entry is the module `model`.
///
/// - Throws: what `analyzeFamily` throws.
public func analyze(
    _ files: [String: String], modules: [String]? = nil, entry: String = "model",
    entryClass: String = "Model"
) throws -> FamilyAnalysis {
    let names = modules ?? files.keys.sorted()
    let table = try OperationTable.builtIn()
    return try analyzeFamily(
        FamilySources(
            name: "case", modules: names.map(MemorySources.dottedName),
            entryModule: MemorySources.dottedName(entry), entryClass: entryClass),
        sources: try MemorySources(files), table: table,
        components: try ComponentLibrary(table: table))
}
