import Operations
import PythonSyntax

/// Which class an indexed value of a protocol is of.
extension Program {
    /// The class whose elements an index on a value of a library type gives.
    ///
    /// - Parameter isPart: whether the value is itself an element of a list of caches.
    func indexedClass(_ type: String, isPart: Bool = false) -> String? {
        if table.types[type]?.elementType != nil { return type }
        switch classes(under: type, where: { $0.elementType != nil }) {
        case .one(let only): return only
        case .none: return nil
        case .several: break
        }
        let made = madeClasses.filter {
            table.types[$0]?.elementType != nil && table.conformances(of: $0).contains(type)
        }
        // Lists of caches and caches of arrays: a list's parts are no lists, and a model whose every
        // layer has a list indexes lists.
        let lists = made.filter { table.types[$0]?.elementType == .library(type) }
        guard lists.count == 1, let list = lists.first,
            !partTypes.contains(.library(list)), !partTypes.contains(.unknown)
        else { return nil }
        if isPart {
            let others = made.subtracting(lists)
            return others.count == 1 ? others.first : nil
        }
        let areLists = cacheFactories.allSatisfy { $0.returnedType == .list(.library(list)) }
        return areLists && !cacheFactories.isEmpty ? list : nil
    }

    /// The function or method of the sources that a call calls.
    func function(calledBy call: TypedCall) -> FunctionInfo? {
        switch call.callee {
        case .function(let dotted): functionInfo(dotted)
        case .method(_, let className, let name): classInfo(className)?.methods[name]
        default: nil
        }
    }

    /// Notes what a list of caches is made of.
    func noteParts(_ types: [PythonType], of row: LibraryClass) {
        guard case .library(let element)? = row.elementType,
            table.conformances(of: row.swiftName).contains(element)
        else { return }
        for type in types where partTypes.insert(type.unwrapped).inserted { changed = true }
    }
}

extension FunctionChecker {
    /// Whether a value is an element of a list of caches.
    func isPart(_ value: TypedExpression) -> Bool {
        switch value.kind {
        case .local(let name): return function.partNames.contains(name)
        case .element(let whole, _):
            if case .library = whole.type.unwrapped { return true } else { return false }
        default: return false
        }
    }

    /// Notes at which places of a tuple that the function gives elements of lists of caches stand.
    func noteReturnedParts(_ value: TypedExpression) {
        guard case .tuple(let elements) = value.kind else { return }
        let known = function.returnedParts
        for (position, element) in elements.enumerated() where element.type != .none {
            if isPart(element) {
                function.returnedParts.parts.insert(position)
            } else {
                function.returnedParts.others.insert(position)
            }
        }
        if known != function.returnedParts, !function.returnedParts.parts.isEmpty {
            program.changed = true
        }
    }

    /// Notes that a target holds such an element of a function's result.
    func notePart(_ target: Expression, at position: Int, of value: TypedExpression) {
        guard let name = target.simpleName, case .call(let call) = value.kind,
            let called = program.function(calledBy: call),
            called.returnedParts.parts.subtracting(called.returnedParts.others).contains(position),
            function.partNames.insert(name).inserted
        else { return }
        program.changed = true
    }

    /// Notes that a name holds an element of a list of caches.
    func notePart(_ name: String, _ value: TypedExpression, in function: FunctionInfo) {
        guard isPart(value), function.partNames.insert(name).inserted else { return }
        program.changed = true
    }
}
