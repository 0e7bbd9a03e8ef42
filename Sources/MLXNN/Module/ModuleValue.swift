import MLX

/// What a stored property of a module holds, or an element of it.
public enum ModuleValue {
    /// Nothing.
    case none
    /// An array: a parameter, unless its name begins with an underscore.
    case parameters(MLXArray)
    /// A module.
    case module(Module)
    /// Any other value, such as a number.
    case other(Any)
}

extension ModuleValue {
    /// The item that a stored value is: optionals, arrays, tuples and dictionaries are followed
    /// where modules or arrays are in them.
    static func item(of value: Any) -> ModuleItem {
        switch value {
        case let array as MLXArray: .value(.parameters(array))
        case let module as Module: .value(.module(module))
        case is any PlainCollection: .value(.other(value))
        default: structure(of: value)
        }
    }

    private static func structure(of value: Any) -> ModuleItem {
        let mirror = Mirror(reflecting: value)
        switch mirror.displayStyle {
        case .optional:
            return mirror.children.first.map { item(of: $0.value) } ?? .none
        case .collection, .tuple:
            let items = mirror.children.map { item(of: $0.value) }
            return items.isEmpty || items.contains(where: \.holdsModulesOrArrays)
                ? .array(items) : .value(.other(value))
        case .dictionary:
            guard let entries = value as? [AnyHashable: Any] else { break }
            let items = entries.map { ("\($0.base)", item(of: $1)) }
            return items.isEmpty || items.contains(where: \.1.holdsModulesOrArrays)
                ? .dictionary(Dictionary(items, uniquingKeysWith: { $1 })) : .value(.other(value))
        default:
            break
        }
        return .value(.other(value))
    }
}

extension NestedItem where Element == ModuleValue {
    /// Whether there is a module or an array in it. Missing values (nil) count as possible ones.
    fileprivate var holdsModulesOrArrays: Bool {
        switch self {
        case .none, .value(.parameters), .value(.module): true
        case .value(.other), .value(.none): false
        case .array(let items): items.contains(where: \.holdsModulesOrArrays)
        case .dictionary(let items): items.values.contains(where: \.holdsModulesOrArrays)
        }
    }
}

/// Collections that hold no module, told apart without looking at each element.
private protocol PlainCollection {}
extension Array: PlainCollection where Element: PlainElement {}
extension Dictionary: PlainCollection where Value: PlainElement {}

private protocol PlainElement {}
extension Int: PlainElement {}
extension Int32: PlainElement {}
extension Float: PlainElement {}
extension Double: PlainElement {}
extension Bool: PlainElement {}
extension String: PlainElement {}
