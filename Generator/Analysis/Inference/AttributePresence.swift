import Operations
import PythonSyntax

extension FunctionInfo {
    /// Where `__init__` assigns an attribute: always, or under one test.
    func presence(ofAttribute name: String) -> Presence {
        statedPresence(ofAttribute: name) ?? .always
    }

    /// The same, `nil` where it does not.
    func statedPresence(ofAttribute name: String) -> Presence? {
        func presence(in statements: [Statement]) -> Presence? {
            for statement in statements {
                switch statement.kind {
                case .assign(let targets, _):
                    if targets.contains(where: { $0.assignsSelf(name) }) { return .always }
                case .annotatedAssign(let target, _, _?):
                    if target.assignsSelf(name) { return .always }
                case .if(let test, let then, let otherwise):
                    switch (presence(in: then), presence(in: otherwise)) {
                    case (.always?, .always?): return .always
                    case (_?, nil): return .when(test, negated: false)
                    case (nil, _?): return .when(test, negated: true)
                    case (_?, _?): return .when(test, negated: false)
                    case (nil, nil): break
                    }
                case .for(_, _, let body, _):
                    if let inner = presence(in: body) { return inner }
                default:
                    break
                }
            }
            return nil
        }
        return presence(in: definition.body)
    }
}

extension Expression {
    fileprivate func assignsSelf(_ name: String) -> Bool {
        switch kind {
        case .attribute(let base, let attribute): attribute == name && base.simpleName == "self"
        case .tuple(let elements): elements.contains { $0.assignsSelf(name) }
        default: false
        }
    }
}
