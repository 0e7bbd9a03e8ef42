/// What families share and nothing ports becomes part of the family that uses it: `helper` of `models/base.py` is
/// translated as if the family had a module `base` of its own.
extension Program {
    /// A symbol as a module of a family has it: one of a shared module is borrowed.
    func borrow(_ symbol: Symbol?, by module: String) -> Symbol? {
        // What a family has itself is by far the most.
        guard let symbol, case .definition(let origin, let name) = symbol, isShared(origin),
            libraryName(of: symbol) == nil, isBorrowable(name, of: origin),
            let family = familyFolder(of: module)
        else { return symbol }
        return .definition(module: borrowed(origin, by: family), name: name)
    }

    /// The name under which a family has a shared module.
    private func borrowed(_ origin: String, by family: String) -> String {
        let parts = origin.split(separator: ".").dropFirst()
        let candidates = [parts.last.map(String.init) ?? origin, parts.joined(separator: "_")]
        let names = candidates.map { "\(family).\($0)" }
        let name =
            names.first { borrowedOrigins[$0] == origin }
            ?? names.first { !sources.contains(module: $0) && borrowedOrigins[$0] == nil }
            ?? "\(family).shared_\(candidates[1])"
        borrowedOrigins[name] = origin
        return name
    }

    /// Whether a module of the package is none of a family's.
    private func isShared(_ module: String) -> Bool {
        if let known = sharedModules[module] { return known }
        let isShared =
            !isFamilyModule(module) && sources.contains(module: module)
            && !sources.isPackage(module: module)
        sharedModules[module] = isShared
        return isShared
    }

    /// Functions, constants and classes other than configurations: those are decoded, which needs no code of theirs.
    private func isBorrowable(_ name: String, of module: String) -> Bool {
        guard let scope = try? scope(module) else { return false }
        guard let (definition, _) = scope.classes[name] else {
            return scope.functions[name] != nil || scope.constants[name] != nil
        }
        return !definition.decorators.contains { $0.isDataclassDecorator }
            && classInfo("\(module).\(name)")?.kind != .dataclass
    }

    /// The package of the family that a module belongs to: `mlx_vlm.models.llama`; `nil` for a shared one.
    private func familyFolder(of module: String) -> String? {
        guard isFamilyModule(module) else { return nil }
        let parts = module.split(separator: ".")
        return parts.count > 2 ? parts.prefix(3).joined(separator: ".") : nil
    }
}
