import Analysis
import Operations
import PythonSyntax

/// Values that nothing reads: ordinary Swift leaves them out, a trace of lines has them.
extension FunctionTranslator {
    /// A statement's Swift with a call that tells each value which the Python assigns and nothing reads, as far as
    /// what it is made of is there in Swift.
    func tellingUnread(_ statement: TypedStatement, _ translated: [SwiftStatement])
        -> [SwiftStatement]
    {
        guard !canThrow, !isInitializer, case .assign(let targets, let value) = statement.kind
        else { return translated }
        var result = translated
        for target in targets {
            switch target {
            case .local(let name, _) where !plan.readNames.contains(name):
                guard let text = unreadText(value) else { continue }
                // What is evaluated for its effects is evaluated once.
                if value.hasEffects { result = [] }
                result.append(telling(name, text, at: statement))
            case .tuple(let parts):
                guard let array = value.takenApartShape(count: parts.count),
                    let base = attempt({ present(array) })
                else { continue }
                for part in parts {
                    // Of a name that is there twice, the last stays.
                    guard case .local(let name, _) = part, !plan.readNames.contains(name),
                        let index = parts.lastIndex(where: { $0.localNames == [name] })
                    else { continue }
                    result.append(telling(name, "\(base.receiver).dim(\(index))", at: statement))
                }
            default: break
            }
        }
        return result
    }

    private func telling(_ name: String, _ text: String, at statement: TypedStatement)
        -> SwiftStatement
    {
        let name = name.withoutSplitMark
        let place = "\(LineBinding.unreadMark)\(place(of: statement)) \(name)"
        return .line("traceLine(\(place.swiftLiteral), \(name.swiftLiteral), \(text))")
    }

    private func unreadText(_ value: TypedExpression) -> String? {
        guard value.type.isTraced, !value.needsAnnotation,
            value.readLocals.allSatisfy({ names[$0] != nil && storage[$0] != PythonType.none })
        else { return nil }
        guard let text = attempt({ translate(literal(of: value) ?? value) }), !text.isThrowing
        else { return nil }
        return text.text
    }

    /// The literal that an attribute of `self` has if nothing sets it but one line: Swift need not have it.
    private func literal(of value: TypedExpression) -> TypedExpression? {
        guard case .attribute(let base, let name) = value.kind, base.kind == .selfObject,
            let settings = owner?.methods.flatMap({ $0.body.values(of: name) }),
            settings.count == 1, case .constant = settings[0].kind
        else { return nil }
        return settings[0]
    }

    /// What a translation gives, if everything that it names is there without it.
    private func attempt(_ translation: () -> SwiftExpression) -> SwiftExpression? {
        let saved = (names, storage, bound, plan, isThrowing)
        defer { (names, storage, bound, plan, isThrowing) = saved }
        return context.attempt(translation)
    }
}

extension [TypedStatement] {
    /// What the block and those inside it assign to an attribute of `self`.
    fileprivate func values(of attribute: String) -> [TypedExpression] {
        flatMap { statement -> [TypedExpression] in
            let inner = statement.blocks.flatMap { $0.values(of: attribute) }
            switch statement.kind {
            case .assign(let targets, let value):
                let isSet = targets.contains {
                    if case .attribute(attribute, _) = $0 { true } else { false }
                }
                return inner + (isSet ? [value] : [])
            case .augmentedAssign(.attribute(attribute, _), _, let value):
                return inner + [value, value]
            default: return inner
            }
        }
    }
}

extension LineBinding {
    /// What the place of a value that nothing reads begins with in instrumented Swift; behind it are the Python's
    /// place and name.
    public static let unreadMark = "unread "
}

extension PythonType {
    /// Whether a trace may have something of a value.
    fileprivate var isTraced: Bool {
        switch self {
        case .array, .integer, .float, .boolean, .mask: true
        case .optional(let wrapped): wrapped.isTraced
        case .tuple(let elements): elements.allSatisfy(\.isTraced)
        case .list(let element): element.isTraced
        default: false
        }
    }
}
