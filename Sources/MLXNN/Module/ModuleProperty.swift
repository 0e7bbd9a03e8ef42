import MLX

/// A stored property of a module, under the key that checkpoints use for it.
struct ModuleProperty {
    let key: String
    private let source: Source

    private enum Source {
        /// A plain property: what it held when it was first looked at.
        case plain(ModuleItem)
        /// A wrapped property, whose present value is asked for.
        case wrapped(any WrappedProperty)
    }

    /// What the property holds.
    var item: ModuleItem {
        switch source {
        case .plain(let item): item
        case .wrapped(let wrapper): ModuleValue.item(of: wrapper.currentValue)
        }
    }

    /// The wrapper, if the property has one.
    var wrapper: (any WrappedProperty)? {
        if case .wrapped(let wrapper) = source { wrapper } else { nil }
    }

    /// The stored properties of a module, those of superclasses first, without ``Module``'s own.
    static func properties(of module: Module) -> [ModuleProperty] {
        var mirrors = [Mirror]()
        var next: Mirror? = Mirror(reflecting: module)
        while let mirror = next, mirror.subjectType != Module.self {
            mirrors.append(mirror)
            next = mirror.superclassMirror
        }
        return mirrors.reversed().flatMap(\.children).compactMap(Self.init)
    }

    private init?(_ child: Mirror.Child) {
        // `$` marks what the compiler adds, such as the storage of a lazy property.
        guard let label = child.label, !label.hasPrefix("$") else { return nil }
        if let wrapper = child.value as? any WrappedProperty {
            key = wrapper.key ?? String(label.dropFirst())
            source = .wrapped(wrapper)
        } else {
            key = label
            source = .plain(ModuleValue.item(of: child.value))
        }
    }
}

/// What ``ModuleInfo`` and ``ParameterInfo`` tell about the property they wrap.
protocol WrappedProperty: AnyObject {
    /// The key, where it is not the property's name.
    var key: String? { get }
    /// The value that the property holds; an empty optional while it was not set.
    var currentValue: Any { get }
    /// Sets the property.
    ///
    /// - Throws: ``UpdateError/unableToCast(_:)`` if the value is of another type
    func replace(by value: Any) throws
}
