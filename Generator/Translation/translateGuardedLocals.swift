import Analysis
import Operations

extension FunctionTranslator {
    /// `a = f(); b = g()` and `if a is None or b is None: return y` → `guard let a = f(), let b = g()`.
    ///
    /// Arrays stay assignments of their own: what they hold is compared line by line.
    /// - Returns: the statement, and how many of the block's it stands for.
    func translateGuardedLocals(_ block: ArraySlice<TypedStatement>)
        -> (statement: SwiftStatement, count: Int)?
    {
        guard !isInitializer else { return nil }
        let assignments = block.prefix { guardedLocal($0) != nil }
        let values = assignments.compactMap(guardedLocal)
        guard let test = block.dropFirst(values.count).first, !values.isEmpty,
            case .if(let condition, let leaving, let otherwise) = test.kind, otherwise.isEmpty,
            leaving.endsFlow,
            values.map(\.name) == condition.absentLocals,
            // What stands behind the first is not asked for where that one is absent.
            values.dropFirst().allSatisfy({ $0.value.isLookup }),
            !leaving.readLocals.contains(where: { name in values.contains { $0.name == name } })
        else { return nil }
        let rest = Array(block.dropFirst(values.count + 1))
        let (left, read) = (translateBlock(leaving, binding: []), rest.readLocals)
        let conditions = values.map { name, value, type in
            let text = evaluated(translate(value, as: type))
            return read.contains(name) ? "let \(localName(name)) = \(text)" : "\(text) != nil"
        }
        for (name, _, type) in values where read.contains(name) {
            declare(name, as: localName(name), type: type.unwrapped)
        }
        return (
            .guard(conditions: conditions.joined(separator: ", "), otherwise: left),
            values.count + 1
        )
    }

    /// The local that a statement gives its only value, which may be absent and is no array.
    private func guardedLocal(_ statement: TypedStatement)
        -> (name: String, value: TypedExpression, type: PythonType)?
    {
        guard case .assign(let targets, let value) = statement.kind, targets.count == 1,
            case .local(let name, let type) = targets[0], type.isOptional,
            type.unwrapped.isPlain,
            let local = plan.locals[name], !local.isMutable, local.hoistedBefore == nil,
            !declared.contains(name)
        else { return nil }
        return (name, value, type)
    }
}

extension TypedExpression {
    /// The locals of `a is None or b is None`, in this order; `nil` if it asks for anything else.
    fileprivate var absentLocals: [String]? {
        let tests = if case .boolean(.or, let operands) = kind { operands } else { [self] }
        let names = tests.compactMap { test -> String? in
            guard case .isNone(let subject, negated: false) = test.kind,
                case .local(let name) = subject.kind
            else { return nil }
            return name
        }
        return names.count == tests.count ? names : nil
    }

    /// Whether the expression looks an entry up, and changes nothing.
    fileprivate var isLookup: Bool {
        !contains {
            guard case .call(let call) = $0.kind else { return false }
            return call.callee != .builtin("dict.get") && call.callee != .builtin("json.get")
        }
    }
}

extension PythonType {
    /// Whether values of the type hold no array.
    fileprivate var isPlain: Bool {
        switch self {
        case .boolean, .integer, .float, .string, .json: true
        default: false
        }
    }
}
