import Operations
import PythonSyntax

/// Instances of dataclasses that the code makes itself.
extension FunctionChecker {
    /// `BlockConfig(3, filters=32)`
    func makeDataclass(_ info: ClassInfo, _ arguments: [Argument], span: SourceSpan)
        -> TypedExpression
    {
        if let method = info.methods["__post_init__"] {
            report(
                "'\(info.definition.name)(…)'", at: span,
                "a dataclass with a '__post_init__' is only made from a file",
                hint: "'__post_init__' is at line \(method.span.line)")
        }
        var bound: [TypedArgument] = []
        for (position, argument) in arguments.enumerated() {
            let name: String
            switch argument.label {
            case .positional where position < info.fields.count: name = info.fields[position].name
            case .keyword(let keyword): name = keyword
            default:
                report(
                    "argument of '\(info.definition.name)'", at: argument.value.span,
                    "cannot be told which field it is for")
                continue
            }
            let value = check(argument.value)
            guard let field = info.fields.first(where: { $0.name == name }) else {
                report(
                    "argument '\(name)'", at: argument.value.span,
                    "'\(info.definition.name)' has no such field")
                continue
            }
            let type = program.fieldType(field, of: info)
            let isRead = value.type.unwrapped == .json && type.isReadFromJSON
            if value.type != .unknown, type.joined(with: value.type) != type, !isRead {
                report(
                    "argument '\(name)'", at: argument.value.span, type: value.type,
                    "the field holds \(type)")
            }
            bound.append(TypedArgument(parameter: name, value: value))
        }
        for field in info.fields where field.defaultValue == nil {
            if !bound.contains(where: { $0.parameter == field.name }) {
                report(
                    "call of '\(info.definition.name)'", at: span,
                    "field '\(field.name)' is missing")
            }
        }
        if program.constructedClasses.insert(info.dottedName).inserted { program.changed = true }
        return TypedExpression(
            .call(TypedCall(callee: .initializer(className: info.dottedName), arguments: bound)),
            .instance(info.dottedName), span: span)
    }
}

extension PythonType {
    /// Whether a value of a JSON file is taken for one of the type where a field holds it.
    fileprivate var isReadFromJSON: Bool {
        switch unwrapped {
        case .integer, .float, .boolean, .string, .list(.integer), .list(.float), .list(.string):
            true
        default: false
        }
    }
}
