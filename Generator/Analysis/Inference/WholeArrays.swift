import Operations
import PythonSyntax

/// Arrays of which the source alone says that they hold whole numbers.
extension FunctionChecker {
    /// Whether `list.extend(x.tolist())` adds whole numbers to a list of such.
    func extendsIntegers(with listed: Expression, of array: Expression) -> Bool {
        function.definition.body.contains { statement in
            statement.contains { expression in
                guard case .call(let callee, let arguments) = expression.kind,
                    case .attribute(let list, "extend") = callee.kind, let name = list.simpleName,
                    arguments.count == 1, arguments[0].value == listed
                else { return false }
                return self.locals[name] == .list(.integer)
                    && self.elementType(ofWhole: array) == .integer
            }
        }
    }

    /// The type of the numbers in an array, if they are truth values or whole numbers whatever the arrays are that it
    /// is made of.
    ///
    /// - Parameter names: the locals that are being looked into.
    private func elementType(ofWhole array: Expression, in names: Set<String> = []) -> PythonType? {
        switch array.kind {
        case .name(let name):
            guard !names.contains(name), !function.parameters.contains(where: { $0.name == name })
            else { return nil }
            let values = function.definition.body.values(of: name)
            let types = values.map { value in
                value.flatMap { elementType(ofWhole: $0, in: names.union([name])) }
            }
            return types.isEmpty || Set(types).count > 1 ? nil : types[0]
        case .comparison: return .boolean
        case .binary(let left, let operation, let right):
            guard [.add, .subtract, .multiply, .floorDivide].contains(operation) else { return nil }
            let areWhole = [left, right].allSatisfy { operand in
                check(operand, quietly: true).type == .integer
                    || elementType(ofWhole: operand, in: names) == .integer
            }
            return areWhole ? .integer : nil
        case .call(let callee, let arguments):
            guard case .attribute(let base, let name) = callee.kind else { return nil }
            let isMethod = check(base, quietly: true).type == .array
            let operand = isMethod ? base : arguments.first?.value
            let element = operand.flatMap { elementType(ofWhole: $0, in: names) }
            switch name {
            case "argsort", "argmax", "argmin", "argpartition": return .integer
            case "sum": return element == nil ? nil : .integer
            case "cumsum": return element == .integer ? .integer : nil
            case "reshape", "flatten", "transpose", "squeeze", "expand_dims": return element
            default: return nil
            }
        default: return nil
        }
    }
}

extension [Statement] {
    /// What the block, and those inside it, set a name to; `nil` for what is not told by one expression.
    fileprivate func values(of name: String) -> [Expression?] {
        flatMap { statement -> [Expression?] in
            switch statement.kind {
            case .assign(let targets, let value):
                if targets.contains(where: { $0.simpleName == name }) { return [value] }
                return targets.contains { $0.boundNames.contains(name) } ? [nil] : []
            case .annotatedAssign(let target, _, let value):
                return target.simpleName == name ? [value] : []
            case .augmentedAssign(let target, _, _):
                return target.boundNames.contains(name) ? [nil] : []
            case .for(let target, _, _, _) where target.boundNames.contains(name):
                return [nil] + statement.statements.values(of: name)
            default: return statement.statements.values(of: name)
            }
        }
    }
}
