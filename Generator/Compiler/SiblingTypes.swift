import Analysis
import PythonSyntax
import Translation

extension FamilyCompiler {
    /// The Swift type names of families whose names begin like that of a family here: `TextConfig` of
    /// `llama4` and `Config` of `llama4_text` would be one name. They are the same whichever of the families
    /// have definitions, as only the package tells.
    ///
    /// - Returns: by the family's name in camel case.
    func siblingTypes(
        of family: TypedFamily, in package: PythonPackage, _ sources: PackageSources
    ) -> [String: Set<String>] {
        let modules = Dictionary(grouping: family.allModules, by: \.family)
        var types: [String: Set<String>] = [:]
        for (name, modules) in modules {
            let prefix = name.capitalizedCamelCase
            let own = modules.flatMap(\.classes).map {
                Naming.plainName(of: $0.name, family: prefix)
            }
            for (candidate, sibling) in sources.models {
                guard sibling != prefix, sibling.hasPrefix(prefix),
                    own.contains(where: { $0.hasPrefix(sibling) })
                else { continue }
                let classes = self.classes(of: candidate, in: package, sources)
                types[prefix, default: []].formUnion(
                    classes.map { Naming.plainName(of: $0, family: sibling) })
            }
        }
        return types
    }

    /// The names of the classes of a family's own modules; none if they cannot be read.
    private func classes(
        of family: String, in package: PythonPackage, _ sources: PackageSources
    ) -> [String] {
        let files = (try? package.family(family).files) ?? []
        return files.flatMap { file -> [String] in
            guard let module = try? sources.parsed(module: file.moduleName) else { return [] }
            return module.body.compactMap {
                guard case .class(let definition) = $0.kind, !definition.addsNothing else {
                    return nil
                }
                return definition.name
            }
        }
    }
}

extension ClassDefinition {
    /// Whether the class is only another name for the one that it extends.
    fileprivate var addsNothing: Bool {
        !bases.isEmpty
            && body.allSatisfy {
                switch $0.kind {
                case .pass, .expression: true
                default: false
                }
            }
    }
}
