import Operations
import PythonSyntax

/// Annotations of configurations that the code contradicts.
extension FunctionChecker {
    /// Notes that a field holds the parameters of a rotary embedding, where it is passed as these: the
    /// annotation names the type of a single number or string, which could never be passed.
    func expectScaling(_ value: TypedExpression, for parameter: OperationParameter) {
        let scaling = PythonType.library("RoPEScaling")
        guard parameter.alternatives.allSatisfy({ $0.unwrapped == scaling }),
            [.integer, .float, .string, .boolean].contains(value.type.unwrapped),
            case .attribute(let object, let name) = value.kind,
            case .instance(let className) = object.type.unwrapped,
            let info = program.classInfo(className), info.kind == .dataclass,
            let field = info.fields.first(where: { $0.name == name })
        else { return }
        let isOptional = program.fieldType(field, of: info).isOptional
        program.statedFields["\(className).\(name)"] = isOptional ? .optional(scaling) : scaling
        program.changed = true
    }

    /// Notes that a field holds one number or a list of them, where code asks whether it is a list: of
    /// the number that the annotation names nobody would ask.
    func expectList(_ value: TypedExpression, ifTestedFor tested: PythonType) {
        if case .list = tested { _ = overruleAnnotation(of: value) }
    }

    /// Checks what a configuration sets one of its own fields to. Keys of a JSON file are strings, and
    /// `{int(k): v for k, v in self.f.items()}` makes the numbers of them that Swift reads at once.
    func checkField(
        _ name: String, of owner: ClassInfo, isGiven type: PythonType, at span: SourceSpan
    ) {
        guard owner.kind == .dataclass, let field = owner.fields.first(where: { $0.name == name })
        else { return }
        let stated = program.fieldType(field, of: owner)
        guard stated.unwrapped.joined(with: type.unwrapped) == nil else { return }
        if case .dictionary(.string, _) = stated.unwrapped,
            case .dictionary(.integer, _) = type.unwrapped
        {
            program.statedFields["\(owner.dottedName).\(name)"] =
                stated.isOptional ? type.madeOptional : type
            program.changed = true
            return
        }
        guard let kind = stated.unwrapped.kindOfEntry, let given = type.unwrapped.kindOfEntry,
            kind != given
        else { return }
        report(
            "field '\(name)'", at: span, type: type,
            "is given another type than what it is annotated with, \(stated)",
            hint: "an override can state the type of the configuration's entry")
    }

    /// A field that `__post_init__` fills from a part's, which may be `None` as well, may be so behind it.
    func noteAbsence(of field: String, filledWith value: TypedExpression) {
        guard let owner, owner.resolvedFields.contains(field), value.type.isOptional,
            case .attribute(let part, _) = value.kind, part.kind != .selfObject,
            program.optionalFields.insert("\(owner.dottedName).\(field)").inserted
        else { return }
        program.changed = true
    }
}

extension PythonType {
    /// What kind of entry of a JSON file the type stands for, as far as it says.
    fileprivate var kindOfEntry: String? {
        switch self {
        case .boolean, .integer, .float: "number"
        case .string: "string"
        case .list, .tuple: "list"
        case .dictionary: "dictionary"
        default: nil
        }
    }
}
