import Operations
import PythonSyntax

/// Attributes that hold layers of another class in each of some classes: the class of the value tells which
/// they are.
extension FunctionChecker {
    /// `model.layers` where each class that `model` may be of has a list of its own layers.
    func choice(
        of name: String, of object: TypedExpression,
        held: [(className: String, type: PythonType)], span: SourceSpan
    ) -> TypedExpression? {
        guard object.path != nil, let type = united(held.map(\.type)) else { return nil }
        let values = held.map { entry in
            let owner = PythonType.instance(entry.className)
            let attribute = TypedExpressionKind.attribute(of: seen(object, as: owner), name: name)
            return (owner, TypedExpression(attribute, entry.type, span: span))
        }
        return values.dropLast().reversed().reduce(values.last?.1) { otherwise, entry in
            otherwise.map {
                let test = TypedExpression(.isInstance(object, entry.0), .boolean, span: span)
                return TypedExpression(
                    .conditional(test: test, then: entry.1, otherwise: $0), type, span: span)
            }
        }
    }

    /// An attribute of a value that the class of another one has told: that of each.
    func attribute(
        _ name: String, ofChosen object: TypedExpression, span: SourceSpan
    ) -> TypedExpression? {
        guard case .conditional(let test, let then, let otherwise) = object.kind,
            case .isInstance = test.kind, let first = attribute(name, of: then, span: span),
            let second = attribute(name, of: otherwise, span: span),
            let type = united([first.type, second.type])
        else { return nil }
        return TypedExpression(
            .conditional(test: test, then: first, otherwise: second), type, span: span)
    }

    /// `getattr(layer, "name", default)` of a layer of one of several classes, only some of which have it.
    func ownAttribute(
        _ name: String, of value: TypedExpression, having names: [String],
        default fallback: TypedExpression, span: SourceSpan
    ) -> TypedExpression? {
        let owner = names.count == 1 ? PythonType.instance(names[0]) : .either(anyOf: names)
        guard value.path != nil,
            !names.contains(where: { program.lacksSometimes(name, className: $0) }),
            let own = attribute(name, of: seen(value, as: owner), span: span),
            let type = own.type.joined(with: fallback.type)
        else { return nil }
        let test = TypedExpression(.isInstance(value, owner), .boolean, span: span)
        return TypedExpression(
            .conditional(test: test, then: own, otherwise: fallback), type, span: span)
    }

    /// What values of several types are: of one type, layers of several classes, or lists of such.
    private func united(_ types: [PythonType]) -> PythonType? {
        if let first = types.first, types.allSatisfy({ $0 == first }) { return first }
        let layers = types.compactMap { layerClasses($0) }
        if layers.count == types.count { return .either(anyOf: layers.flatMap { $0 }) }
        let elements = types.compactMap { type -> [String]? in
            guard case .list(let element) = type else { return nil }
            return layerClasses(element)
        }
        return elements.count == types.count
            ? .list(.either(anyOf: elements.flatMap { $0 })) : nil
    }
}
