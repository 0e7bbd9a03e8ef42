import Operations
import PythonSyntax

extension FunctionChecker {
    /// `lists[i].append(x)`: what is added to a list in a list tells what that holds.
    func widenInnerList(_ list: TypedExpression, by added: PythonType) {
        guard let (name, depth) = list.enclosingLocal, let known = locals[name],
            let widened = known.joiningElement(added, at: depth)
        else { return }
        widen(name, to: widened)
    }
}

extension TypedExpression {
    /// The local of which a list is an element, and how many subscripts lead to it.
    fileprivate var enclosingLocal: (name: String, depth: Int)? {
        switch kind {
        case .local(let name): (name, 0)
        case .element(let base, _): base.enclosingLocal.map { ($0.name, $0.depth + 1) }
        default: nil
        }
    }
}

extension PythonType {
    /// Lists in lists of which the innermost one gets an element; `nil` where that has no common type with the others.
    fileprivate func joiningElement(_ added: PythonType, at depth: Int) -> PythonType? {
        guard case .list(let element) = self else { return nil }
        let inner =
            depth == 0 ? element.joined(with: added) : element.joiningElement(added, at: depth - 1)
        return inner.map { .list($0) }
    }
}
