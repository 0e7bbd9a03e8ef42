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

    /// Notes that a name holds an element of a list of caches.
    func notePart(_ name: String, _ value: TypedExpression, in function: FunctionInfo) {
        guard isPart(value), function.partNames.insert(name).inserted else { return }
        program.changed = true
    }
}
