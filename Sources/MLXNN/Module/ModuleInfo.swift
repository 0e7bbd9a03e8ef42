import MLX

/// Gives a child module, or an optional, array, tuple or dictionary of them, a key of its own, and
/// lets ``Module/update(modules:verify:path:modulePath:)`` and ``quantize(model:groupSize:bits:mode:filter:apply:)``
/// replace it.
///
/// ```swift
/// @ModuleInfo(key: "q_proj") var qProj: Linear
/// …
/// _qProj.wrappedValue = Linear(64, 64)
/// ```
@propertyWrapper
public final class ModuleInfo<T> {
    @usableFromInline var module: T?
    /// The key, where it is not the property's name.
    public let key: String?

    /// A property with a value.
    public init(wrappedValue defaultValue: T, key: String? = nil) {
        module = defaultValue
        self.key = key
    }

    /// A property that an initialiser sets.
    public init(key: String? = nil) {
        module = nil
        self.key = key
    }

    /// An optional property, nil until it is set.
    public init(key: String? = nil) where T: ExpressibleByNilLiteral {
        module = .some(nil)
        self.key = key
    }

    /// The module.
    public var wrappedValue: T {
        @inlinable get {
            guard let module else { unsetProperty(T.self) }
            return module
        }
        @inlinable set { module = newValue }
    }
}

extension ModuleInfo: WrappedProperty {
    var currentValue: Any { module as Any }

    func replace(by value: Any) throws {
        guard let value = Self.converted(value) else {
            throw UpdateError.unableToCast(String(describing: T.self))
        }
        module = value
    }

    /// The value as the property's type; an array also as a tuple of its elements.
    private static func converted(_ value: Any) -> T? {
        if let value = value as? T { return value }
        guard let items = value as? [Any] else { return nil }
        let tuple: Any? =
            switch items.count {
            case 2: (items[0], items[1])
            case 3: (items[0], items[1], items[2])
            case 4: (items[0], items[1], items[2], items[3])
            case 5: (items[0], items[1], items[2], items[3], items[4])
            case 6: (items[0], items[1], items[2], items[3], items[4], items[5])
            default: nil
            }
        return tuple as? T
    }
}

/// Gives a parameter, or an optional, array, tuple or dictionary of them, a key of its own.
///
/// ```swift
/// @ParameterInfo(key: "running_mean") var runningMean: MLXArray?
/// ```
@propertyWrapper
public final class ParameterInfo<T> {
    @usableFromInline var value: T?
    /// The key, where it is not the property's name.
    public let key: String?

    /// A property with a value.
    public init(wrappedValue defaultValue: T, key: String? = nil) {
        value = defaultValue
        self.key = key
    }

    /// A property that an initialiser sets.
    public init(key: String? = nil) {
        value = nil
        self.key = key
    }

    /// An optional property, nil until it is set.
    public init(key: String? = nil) where T: ExpressibleByNilLiteral {
        value = .some(nil)
        self.key = key
    }

    /// The parameter.
    public var wrappedValue: T {
        @inlinable get {
            guard let value else { unsetProperty(T.self) }
            return value
        }
        @inlinable set { value = newValue }
    }
}

extension ParameterInfo: WrappedProperty {
    var currentValue: Any { value as Any }

    func replace(by value: Any) throws {
        guard let value = value as? T else {
            throw UpdateError.unableToCast(String(describing: T.self))
        }
        self.value = value
    }
}

/// Stops at a read of a property that no initialiser has set, which is an error of the program.
@usableFromInline
func unsetProperty(_ type: Any.Type) -> Never {
    preconditionFailure("A module property of type \(type) was read before it was set")
}
