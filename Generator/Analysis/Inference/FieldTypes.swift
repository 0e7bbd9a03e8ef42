import Operations
import PythonSyntax

extension Program {
    /// The type of a dataclass field: its annotation, widened by its default.
    ///
    /// - Parameter isFilled: whether `__post_init__` has run, which may fill what was `None`.
    func fieldType(_ field: DataclassField, of info: ClassInfo, isFilled: Bool = true) -> PythonType
    {
        var annotated = type(ofAnnotation: field.annotation, named: field.name, in: info.moduleName)
        if annotated == .integer, fractions.contains(field.name) { annotated = .float }
        // `Any` is whatever the file holds.
        let stated =
            statedFields["\(info.dottedName).\(field.name)"]
            ?? (annotated == .unknown
                ? field.name.hasPrefix("rope_") ? .library("RoPEScaling") : .json : annotated)
        let usual = field.defaultValue?.constantType ?? field.defaultValue?.displayedType
        let defaulted = stated.defaulted(by: usual)
        // A bare `list` says nothing of its elements; what `__post_init__` assigns does.
        let assigned = info.attributes[field.name]?.type ?? .unknown
        let filled =
            (defaulted.listsUnknown ? defaulted.joined(with: assigned) ?? defaulted : defaulted)
            .knowingElements
        if optionalFields.contains("\(info.dottedName).\(field.name)") {
            return filled.madeOptional
        }
        return isFilled && info.resolvedFields.contains(field.name) ? filled.unwrapped : filled
    }
}

extension Expression {
    /// The type of a list or tuple of literals.
    fileprivate var displayedType: PythonType? {
        switch kind {
        case .tuple(let elements), .list(let elements):
            let types = elements.map(\.constantType)
            let common = types.reduce(PythonType?.some(.unknown)) { common, next in
                next.flatMap { common?.joined(with: $0) }
            }
            return common.map { .list($0) }
        default:
            return nil
        }
    }
}

extension PythonType {
    /// The type of a field that is annotated with it and has a default of another type: any value, where a list is
    /// stated and a number or a text stands for it.
    fileprivate func defaulted(by type: PythonType?) -> PythonType {
        guard let type else { return self }
        if let joined = joined(with: type) { return joined }
        switch (unwrapped, type) {
        case (.list, .integer), (.list, .float), (.list, .boolean), (.list, .string): return .json
        default: return self
        }
    }

    /// Whether it is a list of nobody knows what.
    fileprivate var listsUnknown: Bool {
        if case .list(let element) = unwrapped {
            element == .unknown || element.listsUnknown
        } else {
            false
        }
    }

    /// The type with lists of JSON values where nothing says of what they are.
    fileprivate var knowingElements: PythonType {
        switch self {
        case .optional(let wrapped): .optional(wrapped.knowingElements)
        case .unknown: .json
        case .list(.unknown): .list(.json)
        case .tuple(let elements):
            .list(
                elements.reduce(PythonType?.some(.unknown)) { type, element in
                    type.flatMap { $0.joined(with: element) }
                }?.knowingElements ?? .json)
        case .list(let element): .list(element.knowingElements)
        default: self
        }
    }
}
