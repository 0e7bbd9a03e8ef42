import Operations
import PythonSyntax

/// Attributes of other objects than `self` that code sets.
extension FunctionChecker {
    /// `layer.attribute = value`: an attribute of another object.
    func assignForeign(
        _ name: String, of object: TypedExpression, _ value: TypedExpression, span: SourceSpan
    ) -> TypedTarget {
        switch object.type.unwrapped {
        case .instance(let className):
            guard let info = program.classInfo(className) else { break }
            if info.kind == .dataclass {
                return setField(name, of: object, info, value, span: span)
            }
            if info.extendedObject != nil,
                let member = libraryMember(name, of: object, span: span)
            {
                return member
            }
            if let type = setProperty(name, of: info, value, span: span) {
                return .member(of: object, name: name, type)
            }
            if info.methods[name]?.isProperty == true { break }
            guard
                info.attributes[name] != nil || hold(name, of: info, value.type)
            else { break }
            program.noteAttribute(name, of: className, .varying)
            program.reassignedAttributes[className, default: []].insert(name)
            noteRead(name, of: className)
            let known = info.attributes[name]!.type
            let joined = join(known, value.type, at: span)
            if joined != known {
                info.attributes[name]?.type = joined
                program.changed = true
            }
            return .member(of: object, name: name, joined)
        case .library(let library):
            if let own = program.onlyClass(with: name, under: library), case .instance = own {
                return assignForeign(name, of: seen(object, as: own), value, span: span)
            }
            if let member = libraryMember(name, of: object, span: span) { return member }
        case .unknown:
            return .local("_", .unknown)
        default:
            break
        }
        report("attribute '\(name)'", at: span, type: object.type, "cannot be assigned to")
        return .local("_", .unknown)
    }

    /// An attribute that the object has from a class of the library.
    private func libraryMember(
        _ name: String, of object: TypedExpression, span: SourceSpan
    ) -> TypedTarget? {
        guard let found = attribute(name, of: object, span: span),
            case .libraryAttribute(let base, let swift) = found.kind
        else { return nil }
        return .libraryMember(of: base, swift: swift, found.type)
    }

    /// Gives a class of layers an attribute that only code outside of it sets, and which is not there before.
    private func hold(_ name: String, of info: ClassInfo, _ type: PythonType) -> Bool {
        guard info.kind == .module, type != .unknown, type != .none,
            program.pythonClass(info.definition, in: info.moduleName, has: name) == false
        else { return false }
        let never = Expression(.constant(.boolean(false)))
        if info.assign(
            name, type: type, span: info.span, presence: .when(never, negated: false))
        {
            program.changed = true
        }
        return true
    }
}
