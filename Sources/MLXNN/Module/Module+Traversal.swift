import MLX

extension Module {
    /// The items in the order in which the properties are declared; those that a subclass adds in
    /// ``items()`` come last, by key.
    var orderedItems: [(key: String, item: ModuleItem)] {
        let items = items()
        let declared = properties.map(\.key)
        let added = Set(items.keys).subtracting(declared).sorted()
        return (declared + added).compactMap { key in items[key].map { (key, $0) } }
    }

    /// The direct children with their keys (`layers.0` in arrays), in the order of declaration.
    var namedChildren: [(String, Module)] {
        var result = [(String, Module)]()
        func append(_ key: String, _ item: ModuleItem) {
            switch item {
            case .value(.module(let module)):
                result.append((key, module))
            case .array(let items):
                for (index, item) in items.enumerated() { append("\(key).\(index)", item) }
            case .dictionary(let items):
                for (name, item) in ModuleItem.sorted(items) { append("\(key).\(name)", item) }
            case .none, .value:
                break
            }
        }
        for (key, item) in orderedItems { append(key, item) }
        return result
    }

    /// The result for one item of ``filterMap(filter:map:isLeaf:)``.
    func follow<Result>(
        _ key: String, _ item: ModuleItem,
        filter: (Module, String, ModuleItem) -> Bool,
        map: (ModuleItem) -> Result?,
        isLeaf: (Module, String, ModuleItem) -> Bool
    ) -> NestedItem<String, Result> {
        func element(_ name: String, _ item: ModuleItem) -> NestedItem<String, Result> {
            let key = "\(key).\(name)"
            return filter(self, key, item)
                ? follow(key, item, filter: filter, map: map, isLeaf: isLeaf) : .none
        }
        if isLeaf(self, key, item) { return map(item).map { .value($0) } ?? .none }
        let result: NestedItem<String, Result>
        switch item {
        case .none, .value(.none), .value(.parameters), .value(.other):
            return .none
        case .value(.module(let module)):
            return module.filterMap(filter: filter, map: map, isLeaf: isLeaf).asItem()
        case .array(let items):
            result = .array(items.enumerated().map { element("\($0)", $1) })
        case .dictionary(let items):
            result = .dictionary(
                Dictionary(uniqueKeysWithValues: items.map { ($0, element($0, $1)) }))
        }
        return result.hasNoLeaf ? .none : result
    }
}
