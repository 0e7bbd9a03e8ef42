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
}
