import PythonSyntax

/// What a definition's list of modules stands for in a version of the package that it was not written for.
struct ModulesOfVersion {
    /// The version that definitions are written for.
    let installed: PythonPackage
    let sources: PackageSources

    /// The modules of a family: those of its definition that this version has, and those that it alone has and
    /// that its model imports.
    ///
    /// - Parameter entry: the module of the family's model.
    /// - Throws: `PythonPackageError` if this version lacks the family, `PythonSourceError` if a file is no Python.
    func modules(of definition: FamilyDefinition, entry: String) throws -> [String] {
        let family = try sources.package.family(definition.source)
        let kept = definition.modules.filter { family.file(named: $0) != nil }
        let known = try? installed.family(definition.source)
        let reached = Set(try FamilyText.modules(of: entry, sources: sources).map(\.name))
        let added = family.translatedModules(reaching: reached).filter {
            known?.file(named: $0) == nil && !kept.contains($0)
        }
        // The model's own module comes last.
        return kept.dropLast() + added + kept.suffix(1)
    }
}

extension PythonFamily {
    /// The names of those modules among `reached` that a definition lists, in alphabetic order: how inputs are
    /// processed is not part of a model.
    func translatedModules(reaching reached: Set<String>) -> [String] {
        files.filter { reached.contains($0.moduleName) }.map {
            $0.file.deletingPathExtension().lastPathComponent
        }.filter { $0 != "__init__" && !$0.hasPrefix("processing") }
    }
}
