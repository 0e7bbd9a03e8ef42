import MLX

extension Module {
    /// Whether a key is one of parameters: it has no leading underscore.
    public static func parameterIsValid(_ key: String) -> Bool {
        !key.hasPrefix("_")
    }

    /// Every item.
    public static let filterAll: @Sendable (Module, String, ModuleItem) -> Bool = { _, _, _ in true
    }

    /// Modules, and arrays and dictionaries, which may hold some.
    public static let filterValidChild: @Sendable (Module, String, ModuleItem) -> Bool = {
        _, _, item in
        switch item {
        case .array, .dictionary, .value(.module): true
        default: false
        }
    }

    /// Parameters and what may hold some.
    public static let filterValidParameters: @Sendable (Module, String, ModuleItem) -> Bool = {
        _, key, item in
        switch item {
        case .array, .dictionary, .value(.parameters), .value(.module): parameterIsValid(key)
        default: false
        }
    }

    /// Parameters of the module itself.
    public static let filterLocalParameters: @Sendable (Module, String, ModuleItem) -> Bool = {
        _, key, item in
        switch item {
        case .array, .dictionary, .value(.parameters): parameterIsValid(key)
        default: false
        }
    }

    /// Parameters that are not frozen and what may hold some.
    public static let filterTrainableParameters: @Sendable (Module, String, ModuleItem) -> Bool = {
        module, key, item in
        filterValidParameters(module, key, item) && !module.noGrad().contains(key)
    }

    /// Values that are neither parameters nor modules.
    public static let filterOther: @Sendable (Module, String, ModuleItem) -> Bool = { _, _, item in
        if case .value(.other) = item { true } else { false }
    }

    /// A `map` that transforms arrays and leaves out the rest.
    public static func mapParameters<Result>(
        map: @escaping (MLXArray) -> Result? = { $0 }
    ) -> (ModuleItem) -> Result? {
        { item in
            if case .value(.parameters(let array)) = item { map(array) } else { nil }
        }
    }

    /// A `map` that transforms modules and leaves out the rest.
    public static func mapModule<Result>(
        map: @escaping (Module) -> Result? = { $0 }
    ) -> (ModuleItem) -> Result? {
        { item in
            if case .value(.module(let module)) = item { map(module) } else { nil }
        }
    }

    /// A `map` that transforms the values that are neither arrays nor modules.
    public static func mapOther<Result>(
        map: @escaping (Any) -> Result? = { $0 }
    ) -> (ModuleItem) -> Result? {
        { item in
            if case .value(.other(let value)) = item { map(value) } else { nil }
        }
    }

    /// Arrays and plain values are leaves; modules and structure are followed.
    public static let isLeafDefault: @Sendable (Module, String, ModuleItem) -> Bool = {
        _, _, item in
        switch item {
        case .array, .dictionary, .none, .value(.module): false
        case .value: true
        }
    }

    /// Modules are leaves.
    public static let isLeafModule: @Sendable (Module, String, ModuleItem) -> Bool = { _, _, item in
        if case .value(.module) = item { true } else { false }
    }

    /// Modules without children are leaves.
    public static let isLeafModuleNoChildren: @Sendable (Module, String, ModuleItem) -> Bool = {
        _, _, item in
        if case .value(.module(let module)) = item { module.children().isEmpty } else { false }
    }
}
