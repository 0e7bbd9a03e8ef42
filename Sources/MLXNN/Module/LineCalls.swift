import MLX

/// A value that a line of a model's code gave: what a line trace is made of.
public enum TracedValue {
    case array(MLXArray)
    /// A number or a truth value.
    case number(Double)

    /// The arrays and numbers in a value: in tuples, lists, optionals and structures too, in their order. Anything
    /// else has none.
    static func all(in value: Any) -> [TracedValue] {
        switch value {
        case let array as MLXArray: return [.array(array)]
        case let number as Int: return [.number(Double(number))]
        case let number as Double: return [.number(number)]
        case let number as Float: return [.number(Double(number))]
        case let truth as Bool: return [.number(truth ? 1 : 0)]
        default:
            let mirror = Mirror(reflecting: value)
            switch mirror.displayStyle {
            case .tuple, .collection, .optional, .enum, .struct:
                return mirror.children.flatMap { all(in: $0.value) }
            default: return []
            }
        }
    }
}

/// Tells the observer of ``ModuleCalls`` what a line assigned. Only instrumented code calls it.
///
/// - Parameters:
///   - place: `file:line:column` in the Swift
///   - name: the name that was assigned
public func traceLine<Value>(_ place: StaticString, _ name: StaticString, _ value: Value) {
    guard let observer = ModuleCalls.observer else { return }
    observer.line("\(place)", name: "\(name)", values: TracedValue.all(in: value))
}

/// Tells the observer of ``ModuleCalls`` what a line returns, and returns it. Only instrumented code
/// calls it.
///
/// - Parameter place: `file:line:column` in the Swift
public func traceResult<Value>(_ place: StaticString, _ value: Value) -> Value {
    traceLine(place, "return", value)
    return value
}
