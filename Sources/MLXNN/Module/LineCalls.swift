import MLX

/// A value that a line of a model's code gave: what a line trace is made of.
public enum TracedValue {
    case array(MLXArray)
    /// A number or a truth value.
    case number(Double)

    /// The arrays and numbers in a value: in tuples, lists, optionals and structures too, in their order, and
    /// in the values of dictionaries. Anything else has none.
    static func all(in value: Any) -> [TracedValue] {
        switch value {
        case let array as MLXArray: return [.array(array)]
        case let number as Int: return [.number(Double(number))]
        case let number as Double: return [.number(number)]
        case let number as Float: return [.number(Double(number))]
        case let truth as Bool: return [.number(truth ? 1 : 0)]
        // A range is a slice in Python, whose bounds are not told.
        case is any MLXArrayIndex: return []
        default:
            let mirror = Mirror(reflecting: value)
            switch mirror.displayStyle {
            case .tuple, .collection, .optional, .enum, .struct:
                return mirror.children.flatMap { all(in: $0.value) }
            case .dictionary:
                // Each child is a key with its value.
                return mirror.children.flatMap { entry in
                    Mirror(reflecting: entry.value).children.dropFirst().flatMap {
                        all(in: $0.value)
                    }
                }
            default: return []
            }
        }
    }

    /// Whether what a function is given is told: an array, a number, a case with one of these, or several arrays.
    static func isTold(_ value: Any) -> Bool {
        if value is MLXArray || value is Int || value is Double || value is Float || value is Bool {
            return true
        }
        let mirror = Mirror(reflecting: value)
        let parts = mirror.children.map(\.value)
        switch mirror.displayStyle {
        case .optional: return parts.first.map(isTold) ?? false
        case .enum: return all(in: value).count == 1
        case .tuple, .collection: return !parts.isEmpty && parts.allSatisfy { $0 is MLXArray }
        default: return false
        }
    }

    /// A value with others in the places of its arrays and numbers.
    ///
    /// What is more than an array, a number, a mask or a list of arrays keeps its numbers, and its arrays are given
    /// the new contents.
    static func replacing<Value>(_ own: [TracedValue], in value: Value, by given: [TracedValue])
        -> Value
    {
        guard own.count == given.count else { return value }
        if let new = replacement(of: value, by: given) as? Value { return new }
        for case (.array(let old), .array(let new)) in zip(own, given) {
            old._updateInternal(new)
        }
        return value
    }

    private static func replacement(of value: Any, by given: [TracedValue]) -> Any? {
        if value is [MLXArray] { return given.compactMap(\.array) }
        guard given.count == 1 else { return nil }
        switch given[0] {
        case .array(let array):
            if value is MLXArray { return array }
            let mask = MLXFast.ScaledDotProductAttentionMaskMode.array(array)
            return value is MLXFast.ScaledDotProductAttentionMaskMode ? mask : nil
        case .number(let number):
            switch value {
            case is Int: return Int(exactly: number)
            case is Double: return number
            case is Float: return Float(number)
            case is Bool: return number != 0
            default: return nil
            }
        }
    }

    private var array: MLXArray? { if case .array(let array) = self { array } else { nil } }
}

/// Tells the observer of ``ModuleCalls`` what a line assigned, or is about to return, and returns the value with which
/// the code goes on: this one, unless the observer gives another. Only instrumented code calls it.
///
/// - Parameters:
///   - place: `file:line:column` in the Swift
///   - name: the name that was assigned, or `return`
@discardableResult
public func traceLine<Value>(_ place: StaticString, _ name: StaticString, _ value: Value) -> Value {
    guard let observer = ModuleCalls.observer else { return value }
    let values = TracedValue.all(in: value)
    guard
        let given = observer.line(place.description, name: name.description, values: values)
    else { return value }
    return TracedValue.replacing(values, in: value, by: given)
}

/// Tells the observer of ``ModuleCalls`` what a function is given: an array, a mask, a number, several arrays, or a case
/// that holds one of these. Only instrumented code calls it.
///
/// - Parameters:
///   - place: `file:line:column` of the parameter in the Swift
///   - name: `(x)`
public func traceInput<Value>(_ place: StaticString, _ name: StaticString, _ value: Value) {
    guard let observer = ModuleCalls.observer else { return }
    if let array = value as? MLXArray {
        _ = observer.line(place.description, name: name.description, values: [.array(array)])
        return
    }
    // A mask of that kind is a string in Python.
    let isCausal = (value as? MLXFast.ScaledDotProductAttentionMaskMode)?.isCausal == true
    let values = isCausal ? [.number(1)] : TracedValue.all(in: value)
    guard isCausal || TracedValue.isTold(value) else { return }
    _ = observer.line(place.description, name: name.description, values: values)
}

/// Tells the observer of ``ModuleCalls`` what a line stored in a part of something: all of an array, else that part.
/// Only instrumented code calls it.
///
/// - Parameters:
///   - place: `file:line:column` in the Swift
///   - whole: what the part belongs to
///   - part: what was assigned
public func tracePart<Whole, Part>(
    _ place: StaticString, of whole: Whole, _ part: @autoclosure () -> Part
) {
    guard let array = whole as? MLXArray ?? part() as? MLXArray else {
        _ = traceLine(place, "[]", part())
        return
    }
    let new = traceLine(place, "[]", array)
    if new !== array { array._updateInternal(new) }
}

extension Module {
    /// Runs the body of a `callAsFunction` whatever its result holds. Only instrumented code calls it.
    public final func observeLines<Output>(_ body: () throws -> Output) rethrows -> Output {
        try observe(outputs: { TracedValue.outputs(in: $0) }, body)
    }
}

extension TracedValue {
    /// The arrays in a result, in their order, and of its tuples the whole numbers too: one call may return an offset
    /// as a number, the next as an array.
    fileprivate static func outputs(in value: Any, countsNumbers: Bool = false) -> [MLXArray] {
        if let array = value as? MLXArray { return [array] }
        if let number = value as? Int { return countsNumbers ? [MLXArray(number)] : [] }
        let mirror = Mirror(reflecting: value)
        switch mirror.displayStyle {
        case .tuple:
            return mirror.children.flatMap { outputs(in: $0.value, countsNumbers: true) }
        case .optional:
            return mirror.children.flatMap {
                outputs(in: $0.value, countsNumbers: countsNumbers)
            }
        case .collection, .enum, .struct:
            return mirror.children.flatMap { outputs(in: $0.value) }
        default: return []
        }
    }
}

extension MLXFast.ScaledDotProductAttentionMaskMode {
    fileprivate var isCausal: Bool { if case .causal = self { true } else { false } }
}
