import Operations
import PythonSyntax

/// Values that a JSON file could have.
extension FunctionChecker {
    /// `{"a": 1}`; one whose values are of several types, all of which JSON has, is a JSON value.
    func checkDictionary(_ items: [DictionaryItem], span: SourceSpan) -> TypedExpression {
        let items = items.map {
            TypedDictionaryItem(key: $0.key.map { check($0) }, value: check($0.value))
        }
        if items.contains(where: { $0.key == nil }) {
            return checkOpenDictionary(items, span: span)
        }
        if items.allSatisfy({ $0.key?.type == .string }), isMixedJSON(items.map(\.value.type)) {
            return TypedExpression(.dictionary(items), .json, span: span)
        }
        let key = items.reduce(PythonType.unknown) {
            join($0, $1.key?.type ?? .unknown, at: span)
        }
        let value = items.reduce(PythonType.unknown) { join($0, $1.value.type, at: span) }
        let tree = PythonType.library("WeightTree")
        return TypedExpression(
            .dictionary(items), value == tree ? tree : .dictionary(key: key, value: value),
            span: span)
    }

    /// `{**a, "k": 1}` of dictionaries that a JSON file could have is one, too.
    private func checkOpenDictionary(_ items: [TypedDictionaryItem], span: SourceSpan)
        -> TypedExpression
    {
        for item in items {
            guard let key = item.key else {
                guard item.value.type != .unknown, !item.value.type.isJSONDictionary else {
                    continue
                }
                report(
                    "'**' in a dictionary", at: item.value.span, type: item.value.type,
                    "is only supported with dictionaries of a JSON file")
                return TypedExpression(.dictionary(items), .unknown, span: span)
            }
            guard [.string, .unknown].contains(key.type), item.value.type.isJSON else {
                report(
                    "entry beside '**'", at: item.value.span, type: item.value.type,
                    "is nothing that a JSON file could have")
                return TypedExpression(.dictionary(items), .unknown, span: span)
            }
        }
        return TypedExpression(.dictionary(items), .json, span: span)
    }

    /// Whether no other type than JSON holds all of the values.
    private func isMixedJSON(_ types: [PythonType]) -> Bool {
        guard types.allSatisfy(\.isJSON) else { return false }
        let isJoined =
            types.reduce(PythonType?.some(.unknown)) { type, next in
                type.flatMap { $0.joined(with: next) }
            } != nil
        // A truth value beside numbers is one in the file, too.
        return !isJoined || types.contains(.boolean) && types.contains { $0 != .boolean }
    }

    /// The arguments of a rotary embedding, and a dictionary that could be some.
    func commonScaling(_ left: PythonType, _ right: PythonType) -> PythonType? {
        let scaling = PythonType.library("RoPEScaling")
        for (one, other) in [(left, right), (right, left)] where other.unwrapped == scaling {
            switch one.unwrapped {
            case .json: break
            case .dictionary(let key, let value):
                guard [.string, .unknown].contains(key), value.isJSON else { continue }
            default: continue
            }
            return one.isOptional ? other.madeOptional : other
        }
        return nil
    }

    /// A value of a JSON file and one that a file could have.
    func commonJSON(_ left: PythonType, _ right: PythonType) -> PythonType? {
        guard left.unwrapped == .json || right.unwrapped == .json, left.isJSON, right.isJSON
        else { return nil }
        if left == .float || right == .float { return .float }
        return left.isOptional || right.isOptional ? .optional(.json) : .json
    }

    /// The same where one of the two is a list.
    func jsonBesideList(_ left: PythonType, _ right: PythonType) -> PythonType? {
        for type in [left.unwrapped, right.unwrapped] {
            if case .list = type { return commonJSON(left, right) }
        }
        return nil
    }

    /// `get`, `items` and their like on a dictionary of a JSON file.
    func callJSONMethod(
        _ name: String, of receiver: TypedExpression, _ arguments: [Argument], span: SourceSpan
    ) -> TypedExpression? {
        var values = arguments.map { check($0.value) }
        // `get(key, None)` is `get(key)`.
        if name == "get", values.count == 2, values[1].type == .none { values.removeLast() }
        let type: PythonType
        switch name {
        case "get": type = values.count == 1 ? .optional(.json) : .json
        case "pop" where values.count == 1: type = .json
        case "pop" where values.count == 2:
            type = values[1].type == .none ? .optional(.json) : .json
        case "setdefault" where values.count == 2: type = .json
        case "update" where values.count == 1: type = .none
        case "items": type = .list(.tuple([.string, .json]))
        case "keys": type = .list(.string)
        case "values": type = .list(.json)
        case "copy" where values.isEmpty: return copy(of: receiver, span: span)
        default: return nil
        }
        if name == "pop", values.count == 1 { isThrowing = true }
        return builtinCall("json.\(name)", receiver, values, type, span)
    }
}

extension PythonType {
    /// Whether the type is that of a JSON file's dictionaries, or one of those that could be in it.
    fileprivate var isJSONDictionary: Bool {
        switch unwrapped {
        case .json, .library("RoPEScaling"): true
        case .dictionary: isJSON
        default: false
        }
    }

    /// Whether a JSON file could have values of the type.
    var isJSON: Bool {
        switch unwrapped {
        case .json, .integer, .float, .boolean, .string, .unknown, .none: true
        case .list(let element): element.isJSON
        case .dictionary(let key, let value): (key == .string || key == .unknown) && value.isJSON
        default: false
        }
    }
}
