import MLX

extension Module {
    /// Changes the frozen keys of this module or of all below it.
    func changeFrozenKeys(
        recursive: Bool, keys: [String]?, strict: Bool,
        change: (inout Set<String>, [String]) -> Void
    ) throws {
        let modules = recursive ? modules() : [self]
        let localKeys = modules.map { module in
            module.filterMap(filter: Self.filterLocalParameters, map: Self.mapParameters { $0 })
                .flattened().map(\.0)
        }
        if strict,
            let unknown = keys?.first(where: { key in
                !modules.contains { $0.items()[key] != nil }
            })
        {
            throw UpdateError.keyNotFound(path: [unknown], modules: ["\(type(of: self))"])
        }
        for (module, localKeys) in zip(modules, localKeys) {
            change(&module.frozenKeys, keys ?? localKeys)
            module.didSetNoGrad(module.frozenKeys)
        }
    }
}
