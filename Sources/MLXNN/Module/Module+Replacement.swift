import MLX

extension Module {
    /// Replaces the children that `modules` names.
    func replaceChildren(
        by modules: ModuleChildren, verify: VerifyUpdate, path: [String], modulePath: [String]
    ) throws {
        let modulePath = modulePath + ["\(type(of: self))"]
        let items = items()
        let unknown = modules.keys.filter { items[$0] == nil }.sorted()
        if verify.contains(.noUnusedKeys), !unknown.isEmpty {
            throw UpdateError.unhandledKeys(path: path, modules: modulePath, keys: unknown)
        }
        for (key, given) in modules {
            guard let item = items[key] else { continue }
            let merge = Merge(
                module: self, verify: verify, path: path + [key], modulePath: modulePath)
            if let value = try merge.replacement(for: item, by: given) {
                try updateModule(key: key, value)
            }
        }
    }

    /// Sets the wrapped property of a key.
    func replaceProperty(key: String, by value: Any) throws {
        let name = "\(type(of: self)).\(key)"
        guard let wrapper = properties.last(where: { $0.key == key })?.wrapper else {
            throw UpdateError.needModuleInfo(
                "\(name) cannot be replaced: the property needs @ModuleInfo")
        }
        do {
            try wrapper.replace(by: value)
        } catch UpdateError.unableToCast(let type) {
            throw UpdateError.needModuleInfo(
                "\(name) is a \(type) and cannot be replaced by a \(Swift.type(of: value))")
        }
    }
}

/// Puts given modules over what one property of a module holds.
private struct Merge {
    let module: Module
    let verify: Module.VerifyUpdate
    let path: [String]
    let modulePath: [String]

    private func below(_ component: String) -> Merge {
        Merge(module: module, verify: verify, path: path + [component], modulePath: modulePath)
    }

    /// The value to set the property to; nil if it keeps its value, changed inside or not.
    func replacement(for item: ModuleItem, by given: NestedItem<String, Module>) throws -> Any? {
        switch (item, given) {
        case (_, .none):
            return nil
        case (.value(.module), .value(let new)), (.none, .value(let new)):
            return new
        case (.value(.module(let child)), .dictionary), (.value(.module(let child)), .array):
            try child.update(
                modules: given.byKey, verify: verify, path: path, modulePath: modulePath)
            return nil
        case (.array(let items), .array), (.array(let items), .dictionary):
            return try replacement(for: items, by: given.byKey)
        case (.dictionary(let items), .array), (.dictionary(let items), .dictionary):
            return try replacement(for: items, by: given.byKey)
        case (.value(.parameters), .value):
            throw UpdateError.settingArrayWithModule(path: path, modules: modulePath)
        default:
            throw UpdateError.incompatibleItems(
                path: path, modules: modulePath, item: item.kind, value: given.kind)
        }
    }

    private func replacement(for items: [ModuleItem], by given: ModuleChildren) throws -> [Any]? {
        var values: [Any?] = items.map(\.stored)
        var isChanged = false
        // Places behind the end make the array longer, as `update(modules:)` of a longer list does.
        for (key, given) in given.contents.sorted(by: { (Int($0.key) ?? 0) < (Int($1.key) ?? 0) }) {
            guard let index = Int(key), (0...values.count).contains(index) else {
                try reject(key)
                continue
            }
            let item = index < items.count ? items[index] : .none
            guard let value = try below(key).replacement(for: item, by: given) else { continue }
            isChanged = true
            if index < values.count { values[index] = value } else { values.append(value) }
        }
        return try isChanged ? complete(values) : nil
    }

    private func replacement(
        for items: [String: ModuleItem], by given: ModuleChildren
    ) throws -> [String: Any]? {
        var values = items.compactMapValues(\.stored)
        var isChanged = false
        for (key, given) in given {
            guard let item = items[key] else {
                try reject(key)
                continue
            }
            guard let value = try below(key).replacement(for: item, by: given) else { continue }
            isChanged = true
            values[key] = value
        }
        return isChanged ? values : nil
    }

    private func reject(_ key: String) throws {
        if verify.contains(.noUnusedKeys) {
            throw UpdateError.unhandledKeys(path: path, modules: modulePath, keys: [key])
        }
    }

    private func complete(_ values: [Any?]) throws -> [Any] {
        let present = values.compactMap { $0 }
        guard present.count == values.count else {
            throw UpdateError.unableToCollectModulesFromContainer(path: path, modules: modulePath)
        }
        return present
    }
}

extension NestedItem where Key == String {
    /// Arrays and dictionaries by key.
    fileprivate var byKey: NestedDictionary<String, Element> {
        guard case .array(let items) = self else { return NestedDictionary(item: self) }
        return NestedDictionary(
            values: Dictionary(uniqueKeysWithValues: items.enumerated().map { ("\($0)", $1) }))
    }

    /// What kind of item it is, for messages.
    fileprivate var kind: String {
        switch self {
        case .none: "nothing"
        case .value(let value):
            switch value as Any {
            case ModuleValue.parameters: "an array"
            case ModuleValue.module(let module): "\(type(of: module))"
            case ModuleValue.other(let other): "\(type(of: other))"
            case let other: "\(type(of: other))"
            }
        case .array: "a list"
        case .dictionary: "a dictionary"
        }
    }
}

extension NestedItem where Element == ModuleValue {
    /// The stored value that the item was made of; nil for a missing one.
    fileprivate var stored: Any? {
        switch self {
        case .none, .value(.none): nil
        case .value(.parameters(let array)): array
        case .value(.module(let module)): module
        case .value(.other(let value)): value
        case .array(let items): items.map(\.stored)
        case .dictionary(let items): items.compactMapValues(\.stored)
        }
    }
}
