import Operations
import PythonSyntax

extension Program {
    /// The type that an annotation states, `unknown` where it says nothing (`Any`).
    ///
    /// - Parameter name: the annotated name: an open dictionary called `rope_scaling` or the like is
    ///   the one dictionary that the ported infrastructure has a type for.
    func type(ofAnnotation annotation: Expression?, named name: String, in module: String)
        -> PythonType
    {
        guard let annotation else { return .unknown }
        switch annotation.kind {
        case .constant(.none):
            return .none
        case .constant(.string(let text)):
            // A forward reference names a class of the same module.
            return type(ofAnnotation: Expression(.name(text)), named: name, in: module)
        case .constant(let constant):
            // `factor: 2` gives an example of the value.
            return constant.type
        case .name(let simple) where Self.builtinTypes[simple] != nil:
            return openDictionary(Self.builtinTypes[simple]!, named: name)
        case .name, .attribute:
            return type(ofClass: annotation, in: module)
        case .binary(let left, .bitOr, let right):
            return union([left, right], named: name, in: module)
        case .subscript(let base, let index):
            let arguments: [Expression] =
                if case .tuple(let elements) = index.kind { elements } else { [index] }
            return generic(base.lastComponent, arguments, named: name, in: module)
        default:
            return .unknown
        }
    }

    private static let builtinTypes: [String: PythonType] = [
        "int": .integer, "float": .float, "bool": .boolean, "str": .string, "dict": .json,
        "Dict": .json, "list": .list(.unknown), "List": .list(.unknown), "tuple": .list(.unknown),
        "Any": .unknown, "object": .unknown,
    ]

    private func openDictionary(_ type: PythonType, named name: String) -> PythonType {
        type == .json && name.hasPrefix("rope_") ? .library("RoPEScaling") : type
    }

    private func type(ofClass expression: Expression, in module: String) -> PythonType {
        guard let symbol = resolve(expression, in: module) else {
            // Patterns name protocols of the tables, which no Python module defines.
            guard case .name(let name) = expression.kind,
                table.types[name]?.isProtocol == true || name == "AttentionMask"
                    || name == "RoPEScaling"
            else { return .unknown }
            return .library(name)
        }
        if symbol == .external("mlx.core.array") { return .array }
        if symbol == .external("mlx.core.Dtype") { return .dtype }
        if let library = libraryName(of: symbol), let row = table.classes[library] {
            return .library(row.swiftName)
        }
        if case .definition(let origin, let original) = symbol,
            classInfo("\(origin).\(original)") != nil
        {
            return .instance("\(origin).\(original)")
        }
        return .unknown
    }

    private func generic(
        _ constructor: String?, _ arguments: [Expression], named name: String, in module: String
    ) -> PythonType {
        let first =
            arguments.first.map { type(ofAnnotation: $0, named: name, in: module) } ?? .unknown
        switch constructor {
        case "Optional":
            return first == .unknown ? .unknown : first.madeOptional
        case "Union":
            return union(arguments, named: name, in: module)
        case "Literal":
            return arguments.map { $0.constantType ?? .unknown }
                .reduce(PythonType?.some(.unknown)) { result, next in
                    result.flatMap { $0.joined(with: next) }
                } ?? .unknown
        case "List", "list", "Sequence", "Iterable":
            return .list(first)
        case "Tuple", "tuple":
            if case .constant(.ellipsis)? = arguments.last?.kind { return .list(first) }
            if arguments.count == 1 { return .list(first) }
            return .tuple(arguments.map { type(ofAnnotation: $0, named: name, in: module) })
        case "Dict", "dict", "Mapping":
            guard arguments.count == 2 else { return openDictionary(.json, named: name) }
            let value = type(ofAnnotation: arguments[1], named: name, in: module)
            return value == .unknown || value == .json
                ? openDictionary(.json, named: name) : .dictionary(key: first.asKey, value: value)
        default:
            return .unknown
        }
    }

    /// The configuration of `Union[TextConfig, dict]`: a file has a dictionary, from which it is decoded.
    private func configuration(among types: [PythonType]) -> PythonType? {
        let others = types.filter { $0 != .none && $0 != .json }
        guard types.contains(.json), others.count == 1, case .instance(let name) = others[0],
            classInfo(name)?.kind == .dataclass
        else { return nil }
        return others[0]
    }

    private func union(_ arguments: [Expression], named name: String, in module: String)
        -> PythonType
    {
        let types = arguments.map { type(ofAnnotation: $0, named: name, in: module) }
        let isOptional = types.contains(.none)
        if let part = configuration(among: types) { return isOptional ? .optional(part) : part }
        let joined = types.filter { $0 != .none }.reduce(PythonType?.some(.unknown)) {
            result, next in
            next == .unknown ? nil : result.flatMap { $0.joined(with: next) }
        }
        guard let joined, joined != PythonType.mask else {
            return isOptional ? .optional(.json) : .json
        }
        return isOptional ? joined.madeOptional : joined
    }
}

extension Expression {
    /// `Optional` of `Optional` and of `typing.Optional`.
    var lastComponent: String? {
        switch kind {
        case .name(let name): name
        case .attribute(_, let name): name
        default: nil
        }
    }
}
