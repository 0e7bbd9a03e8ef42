import MLX

/// Parameters of a module by their paths.
public typealias ModuleParameters = NestedDictionary<String, MLXArray>
/// Child modules by their paths.
public typealias ModuleChildren = NestedDictionary<String, Module>
/// What the stored properties of a module hold, by key.
public typealias ModuleItems = NestedDictionary<String, ModuleValue>
/// What one stored property of a module holds.
public typealias ModuleItem = NestedItem<String, ModuleValue>

/// The base of all layers and models (`mlx.nn.Module`).
///
/// A module's stored properties are its parameters and children:
///
/// - an `MLXArray` is a parameter and a `Module` a child, under the property's name or the key that
///   ``ModuleInfo`` or ``ParameterInfo`` gives it;
/// - optionals, arrays, tuples and dictionaries of them are followed, existentials included;
/// - a name with a leading underscore keeps arrays out of the parameters.
///
/// Properties are found by reflection, once: what wrapped properties hold is read afresh, what
/// plain ones hold is remembered at the first look, so a plain property that is assigned later
/// has to be wrapped.
///
/// A module is not `Sendable`: one task at a time uses it.
open class Module {
    /// Whether the module is being trained; changed by ``train(_:)``.
    public internal(set) var training = true
    /// Keys of parameters that are not trained.
    var frozenKeys = Set<String>()
    /// The stored properties, once they have been looked at.
    private var reflected: [ModuleProperty]?

    /// A module without properties.
    public init() {}

    /// The stored properties, those of superclasses first.
    var properties: [ModuleProperty] {
        if let reflected { return reflected }
        let properties = ModuleProperty.properties(of: self)
        reflected = properties
        return properties
    }

    /// What the stored properties hold, by key. Subclasses may add to it or leave out.
    open func items() -> ModuleItems {
        ModuleItems(
            values: Dictionary(properties.map { ($0.key, $0.item) }, uniquingKeysWith: { $1 }))
    }

    /// Text behind the type's name in the description: by default shapes and dtypes of the module's
    /// own arrays and the values of its plain properties.
    open func describeExtra(_ indent: Int) -> String {
        let values = ownDescriptions
        return values.isEmpty ? "" : "(\(values.joined(separator: ", ")))"
    }

    // MARK: Traversal

    /// The tree of the module's items that pass `filter`, transformed by `map`.
    ///
    /// - Parameters:
    ///   - filter: whether to look at an item of a module, by its key there (`layers.0` in arrays)
    ///   - map: the result for a leaf; nil leaves it out
    ///   - isLeaf: whether an item is given to `map` and not followed
    open func filterMap<Result>(
        filter: (Module, String, ModuleItem) -> Bool,
        map: (ModuleItem) -> Result? = { $0 },
        isLeaf: (Module, String, ModuleItem) -> Bool = Module.isLeafDefault
    ) -> NestedDictionary<String, Result> {
        var result = NestedDictionary<String, Result>()
        for (key, item) in items() where filter(self, key, item) {
            let mapped = follow(key, item, filter: filter, map: map, isLeaf: isLeaf)
            if case .none = mapped { continue }
            result[key] = mapped
        }
        return result
    }

    /// The parameters of the module and its children, transformed; nil leaves one out.
    open func mapParameters<Result>(
        map: @escaping (MLXArray) -> Result? = { $0 },
        isLeaf: (Module, String, ModuleItem) -> Bool = Module.isLeafDefault
    ) -> NestedDictionary<String, Result> {
        filterMap(
            filter: Self.filterValidParameters, map: Self.mapParameters(map: map), isLeaf: isLeaf)
    }

    /// The parameters of the module and its children.
    open func parameters() -> ModuleParameters {
        filterMap(filter: Self.filterValidParameters, map: Self.mapParameters())
    }

    /// The parameters that are not frozen.
    open func trainableParameters() -> ModuleParameters {
        filterMap(filter: Self.filterTrainableParameters, map: Self.mapParameters())
    }

    /// The direct children.
    open func children() -> ModuleChildren {
        filterMap(filter: Self.filterValidChild, map: Self.mapModule(), isLeaf: Self.isLeafModule)
    }

    /// The modules below this one that have no children of their own.
    open func leafModules() -> ModuleChildren {
        filterMap(
            filter: Self.filterValidChild, map: Self.mapModule(),
            isLeaf: Self.isLeafModuleNoChildren)
    }

    /// Calls `visitor` with the path of each module, this one first (path `""`), in the order of
    /// `mlx.nn.Module.apply_to_modules`: the last child and what is below it before the others.
    open func visit(modules visitor: (String, Module) throws -> Void) rethrows {
        var stack: [(String, Module)] = [("", self)]
        while let (path, module) = stack.popLast() {
            try visitor(path, module)
            stack += module.namedChildren.map {
                (NestedItem<String, Module>.joined(path, $0), $1)
            }
        }
    }

    /// All modules in the order of ``visit(modules:)``.
    open func modules() -> [Module] {
        namedModules().map(\.1)
    }

    /// All modules with their paths in the order of ``visit(modules:)``.
    open func namedModules() -> [(String, Module)] {
        var result = [(String, Module)]()
        visit { result.append(($0, $1)) }
        return result
    }

    // MARK: Change

    /// Replaces the parameters that `parameters` names and ignores unknown paths; shapes are not
    /// compared.
    @discardableResult
    public func update(parameters: ModuleParameters) -> Self {
        try? replaceParameters(by: parameters, verify: .none, path: [], modulePath: [])
        return self
    }

    /// Replaces the parameters that `parameters` names, after checking all of them.
    ///
    /// - Parameters:
    ///   - verify: what to check; nothing is replaced if a check fails
    ///   - path: of this module, for messages
    ///   - modulePath: types of the modules on the way here, for messages
    /// - Throws: ``UpdateError/parameters(_:)`` with every problem found
    @discardableResult
    open func update(
        parameters: ModuleParameters, verify: VerifyUpdate, path: [String] = [],
        modulePath: [String] = []
    ) throws -> Self {
        try replaceParameters(
            by: parameters, verify: verify, path: path, modulePath: modulePath)
        return self
    }

    /// Called for each parameter of this module that an update with ``VerifyUpdate/allModelKeysSet``
    /// does not name. A subclass that can do without it returns.
    ///
    /// - Throws: ``UpdateError/keyNotFound(path:modules:)``
    open func updateMissing(
        parameter: String, verify: VerifyUpdate, path: [String], modulePath: [String]
    ) throws {
        throw UpdateError.keyNotFound(path: path, modules: modulePath)
    }

    /// Replaces the parameters that pass `filter` by what `map` makes of them.
    @discardableResult
    open func apply(
        filter: (Module, String, ModuleItem) -> Bool = Module.filterValidParameters,
        map: @escaping (MLXArray) -> MLXArray
    ) -> Self {
        update(parameters: filterMap(filter: filter, map: Self.mapParameters(map: map)))
    }

    /// Replaces the child modules that `modules` names. What cannot be replaced is an MLX error of
    /// the current scope.
    @discardableResult
    public func update(modules: ModuleChildren) -> Self {
        do {
            try update(modules: modules, verify: .none)
        } catch {
            record(failure: "\(error)")
        }
        return self
    }

    /// Replaces the child modules that `modules` names; a whole module replaces a module, a
    /// dictionary is followed into it.
    ///
    /// - Throws: ``UpdateError``: a property without ``ModuleInfo`` or of another type, a structure
    ///   that is not the module's, with ``VerifyUpdate/noUnusedKeys`` an unknown key
    @discardableResult
    open func update(
        modules: ModuleChildren, verify: VerifyUpdate, path: [String] = [],
        modulePath: [String] = []
    ) throws -> Self {
        try replaceChildren(by: modules, verify: verify, path: path, modulePath: modulePath)
        return self
    }

    /// Sets the wrapped property of a key: to a module, or to an array or dictionary of them.
    ///
    /// - Throws: ``UpdateError/needModuleInfo(_:)`` if there is no such wrapped property or it has
    ///   another type
    open func updateModule(key: String, _ value: Any) throws {
        try replaceProperty(key: key, by: value)
    }

    // MARK: Training

    /// Keeps parameters from being trained, without checking `keys`.
    public func freeze(recursive: Bool = true, keys: [String]? = nil) {
        try? freeze(recursive: recursive, keys: keys, strict: false)
    }

    /// Keeps parameters from being trained.
    ///
    /// - Parameters:
    ///   - recursive: in the modules below, too
    ///   - keys: which of each module's parameters; all by default
    ///   - strict: whether each key must exist
    /// - Throws: ``UpdateError/keyNotFound(path:modules:)``
    open func freeze(recursive: Bool = true, keys: [String]? = nil, strict: Bool = false) throws {
        try changeFrozenKeys(recursive: recursive, keys: keys, strict: strict) {
            $0.formUnion($1)
        }
    }

    /// Lets parameters be trained again, without checking `keys`.
    public func unfreeze(recursive: Bool = true, keys: [String]? = nil) {
        try? unfreeze(recursive: recursive, keys: keys, strict: false)
    }

    /// Lets parameters be trained again; the arguments are those of ``freeze(recursive:keys:strict:)``.
    open func unfreeze(recursive: Bool = true, keys: [String]? = nil, strict: Bool = false) throws {
        try changeFrozenKeys(recursive: recursive, keys: keys, strict: strict) {
            $0.subtract($1)
        }
    }

    /// Keys of the frozen parameters.
    open func noGrad() -> Set<String> {
        frozenKeys
    }

    /// Called when the frozen parameters have changed.
    open func didSetNoGrad(_ noGrad: Set<String>) {}

    /// Puts the module and all below it into training mode or out of it.
    public func train(_ mode: Bool = true) {
        visit {
            $1.training = mode
            $1.didSetTrain(mode)
        }
    }

    /// Called when ``train(_:)`` has changed the mode.
    open func didSetTrain(_ mode: Bool) {}
}

extension Module: Updatable, Evaluatable {
    /// All arrays of the module and its children, those that are no parameters included.
    public func innerState() -> [MLXArray] {
        filterMap(filter: Self.filterAll, map: Self.mapParameters()).flattenedValues()
    }
}

/// A layer that makes one array of one array.
public protocol UnaryLayer: Module {
    /// The layer's output for `x`.
    func callAsFunction(_ x: MLXArray) -> MLXArray
}
