import MLX

/// A place for an array in a tree of modules.
struct ParameterSlot {
    /// The path from the root.
    let path: String
    /// The key in the module that has it (`layers.0` in arrays).
    let key: String
    /// The module that has it.
    let owner: Module
    /// The types of the modules on the way to it.
    let modulePath: [String]
    /// The array that the module holds.
    let array: MLXArray
    /// Whether it is a parameter: no key on the way has a leading underscore.
    let isParameter: Bool
}

extension Module {
    /// Every place for an array in this module and below it, in the order of declaration.
    func parameterSlots(
        prefix: String? = nil, modulePath: [String] = [], areParameters: Bool = true
    ) -> [ParameterSlot] {
        let modulePath = modulePath + ["\(type(of: self))"]
        return orderedItems.flatMap { key, item in
            slots(
                of: item, key: key, prefix: prefix, modulePath: modulePath,
                areParameters: areParameters && Self.parameterIsValid(key))
        }
    }

    private func slots(
        of item: ModuleItem, key: String, prefix: String?, modulePath: [String],
        areParameters: Bool
    ) -> [ParameterSlot] {
        func below(_ name: String, _ item: ModuleItem) -> [ParameterSlot] {
            slots(
                of: item, key: "\(key).\(name)", prefix: prefix, modulePath: modulePath,
                areParameters: areParameters)
        }
        let path = ModuleItem.joined(prefix, key)
        return switch item {
        case .value(.parameters(let array)):
            [
                ParameterSlot(
                    path: path, key: key, owner: self, modulePath: modulePath, array: array,
                    isParameter: areParameters)
            ]
        case .value(.module(let module)):
            module.parameterSlots(
                prefix: path, modulePath: modulePath, areParameters: areParameters)
        case .array(let items):
            items.enumerated().flatMap { below("\($0)", $1) }
        case .dictionary(let items):
            ModuleItem.sorted(items).flatMap { below($0.key, $0.value) }
        case .none, .value:
            []
        }
    }
}
