import Analysis
import Operations

/// `self.indexer = Indexer(self)`: objects that a layer makes of itself. In Swift the layer has to be whole before, so
/// they are made last, and what they hold of the layer does not keep it alive.
extension FunctionTranslator {
    /// The body of an `__init__` that makes such objects; `nil` for any other function.
    func translateBackReferencingInitializer() -> [SwiftStatement]? {
        guard isInitializer, owner?.kind == .module else { return nil }
        let made = function.body.flatMap(\.madeOfSelf)
        guard !made.isEmpty else { return nil }
        let names = Set(made.map(\.attribute))
        for statement in function.body where !statement.onlyMakes(names) {
            reportEarlyUse(statement, names)
        }
        return translateBlock(function.body.compactMap { $0.setting(names, isKept: false) })
            + [.line("super.init()")]
            + translateBlock(function.body.compactMap { $0.setting(names, isKept: true) })
    }

    /// What reads such an object while the layer is being made would find none.
    private func reportEarlyUse(_ statement: TypedStatement, _ names: Set<String>) {
        for name in names
        where statement.contains(where: { $0.path == "self.\(name)" }) {
            report(
                "attribute '\(name)'", at: statement.span,
                "is made of the object itself, and read before that is whole",
                hint: "read it in a method")
        }
    }
}

extension FamilyContext {
    /// Whether an attribute holds an object that is made of the one which has the attribute.
    func isMadeOfSelf(_ attribute: String, of owner: String) -> Bool {
        classes[owner]?.madeOfSelf.contains { $0.attribute == attribute } ?? false
    }

    /// Whether an attribute holds the object of which its own is made, and which holds that one.
    func isBackReference(_ attribute: TypedAttribute, of owner: String) -> Bool {
        guard case .instance(let holder) = attribute.type else { return false }
        return classes[holder]?.madeOfSelf.contains { $0.className == owner } ?? false
    }
}

extension TypedClass {
    /// The objects that `__init__` makes of the object itself.
    fileprivate var madeOfSelf: [ObjectOfSelf] {
        kind == .module ? method("__init__")?.body.flatMap(\.madeOfSelf) ?? [] : []
    }
}

/// An attribute that is set to an object made of `self`, and the class of that object.
private struct ObjectOfSelf {
    let attribute: String
    let className: String
}

extension TypedStatement {
    /// The objects made of `self` that the statement, or one in it, sets attributes to.
    fileprivate var madeOfSelf: [ObjectOfSelf] {
        if case .assign(let targets, let value) = kind, targets.count == 1,
            case .attribute(let name, _) = targets[0], case .call(let call) = value.kind,
            case .initializer(let className) = call.callee,
            call.arguments.contains(where: { $0.value.kind == .selfObject })
        {
            return [ObjectOfSelf(attribute: name, className: className)]
        }
        return blocks.flatMap { $0.flatMap(\.madeOfSelf) }
    }

    /// Whether the statement does nothing but set some attributes.
    fileprivate func onlyMakes(_ names: Set<String>) -> Bool {
        setting(names, isKept: false) == nil
    }

    /// The statement with nothing but what sets some attributes, or without that; `nil` where nothing is left.
    fileprivate func setting(_ names: Set<String>, isKept: Bool) -> TypedStatement? {
        switch kind {
        case .assign(let targets, let value):
            let isSetting = targets.contains {
                if case .attribute(let name, _) = $0 { names.contains(name) } else { false }
            }
            // Until then it is none.
            if isSetting, value.type == .none { return nil }
            return isSetting == isKept ? self : nil
        case .if(let test, let then, let otherwise):
            let first = then.compactMap { $0.setting(names, isKept: isKept) }
            let second = otherwise.compactMap { $0.setting(names, isKept: isKept) }
            if first.isEmpty, second.isEmpty { return nil }
            return TypedStatement(.if(test: test, then: first, otherwise: second), span: span)
        default:
            return isKept ? nil : self
        }
    }
}
