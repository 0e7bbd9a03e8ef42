/// The Python paths of the modules below a root (`language_model.model.layers.0.self_attn`).
///
/// Taken once: modules that are replaced later are not in it.
public struct ModulePaths {
    /// Modules are kept with their paths, so that no other object gets the identity of one.
    private let places: [ObjectIdentifier: (module: Module, path: String)]

    /// The paths below `root`, whose own path is empty. A module at several places has the shortest
    /// path, and of those the first one in the order of declaration.
    public init(root: Module) {
        var places = [ObjectIdentifier: (module: Module, path: String)]()
        func add(_ module: Module, _ path: String) {
            if let known = places[ObjectIdentifier(module)], known.path.count <= path.count {
                return
            }
            places[ObjectIdentifier(module)] = (module, path)
            for (key, child) in module.namedChildren {
                add(child, NestedItem<String, Module>.joined(path, key))
            }
        }
        add(root, "")
        self.places = places
    }

    /// The path of a module; nil if it is not below the root.
    public subscript(module: Module) -> String? {
        places[ObjectIdentifier(module)]?.path
    }
}
