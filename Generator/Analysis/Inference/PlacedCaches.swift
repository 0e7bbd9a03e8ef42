import Operations
import PythonSyntax

/// The classes of what `make_cache` gives, by place: `[ArraysCache(1)] + [CacheList(…) for _ in layers]`.
struct CachesByPlace: Hashable {
    /// The classes of the first caches; `nil` where it is not known.
    var leading: [String?]
    /// The classes of those that follow.
    var rest: Set<String?>

    /// The classes of a cache; of all of them where the place is not known.
    func classes(at place: Int?) -> Set<String?> {
        guard let place else { return rest.union(leading) }
        return leading.indices.contains(place) ? [leading[place]] : place < 0 ? [nil] : rest
    }

    func dropping(_ count: Int) -> CachesByPlace {
        CachesByPlace(leading: Array(leading.dropFirst(count)), rest: rest)
    }
}

/// Which class a cache is of that a model takes out of the list of its caches, and hands on.
extension FunctionChecker {
    /// The class whose elements an index on a value of a library type gives.
    func indexedClass(_ value: TypedExpression) -> String? {
        guard case .library(let name) = value.type.unwrapped else { return nil }
        let placed = placedClasses(of: value)
        if placed.count == 1, let only = placed.first ?? nil,
            program.table.types[only]?.elementType != nil,
            program.table.conformances(of: only).contains(name)
        {
            return only
        }
        return program.indexedClass(name, isPart: isPart(value))
    }

    /// Notes the classes of what a `make_cache` gives, if it gives it in one place only.
    func noteMadeCaches(_ value: TypedExpression) {
        guard function.definition.name == "make_cache", function.definition.body.returnCount == 1,
            let made = places(in: value), function.madeCaches != made
        else { return }
        function.madeCaches = made
        program.changed = true
    }

    /// Notes what a name of a function is given: a cache, or the list of a model's caches.
    func noteCaches(_ name: String, _ value: TypedExpression, in function: FunctionInfo) {
        if isCache(value.type) {
            note(goneThrough[name] ?? placedClasses(of: value), in: \.placedCaches[name], function)
        } else if case .list(let element) = value.type.unwrapped, isCache(element) {
            note(factories(of: value), in: \.cacheLists[name], function)
        }
    }

    /// Notes that a cache of a list is replaced: the list is no longer what `make_cache` has given.
    func noteReplacedCache(in list: TypedExpression) {
        guard case .local(let name) = list.kind, case .list(let element) = list.type.unwrapped,
            isCache(element)
        else { return }
        note([nil], in: \.cacheLists[name], function)
    }

    /// Notes what the variables of a loop stand for.
    func noteCaches(_ target: Expression, goingThrough sequence: TypedExpression) {
        if let name = target.simpleName {
            goneThrough[name] = placedClasses(in: sequence, at: nil)
            return
        }
        guard let targets = target.unpackedTargets, case .call(let call) = sequence.kind,
            case .builtin(let name) = call.callee
        else { return }
        switch name {
        case "zip" where targets.count == call.arguments.count:
            for (target, argument) in zip(targets, call.arguments) {
                noteCaches(target, goingThrough: argument.value)
            }
        case "enumerate" where targets.count == 2:
            noteCaches(targets[1], goingThrough: call.arguments[0].value)
        default: break
        }
    }

    private func note(
        _ found: Set<String?>, in facts: ReferenceWritableKeyPath<FunctionInfo, Set<String?>?>,
        _ function: FunctionInfo
    ) {
        let known = function[keyPath: facts] ?? []
        guard !found.isSubset(of: known) else { return }
        function[keyPath: facts] = known.union(found)
        program.changed = true
    }

    private func isCache(_ type: PythonType) -> Bool {
        guard case .library(let name) = type.unwrapped else { return false }
        return program.table.types[name]?.isProtocol == true
    }

    /// The classes that a cache may be of: none as long as nothing is known, `nil` if it can be any.
    private func placedClasses(of value: TypedExpression) -> Set<String?> {
        switch value.kind {
        case .local(let name): return function.placedCaches[name] ?? []
        case .element(let list, let index):
            guard case .integer(let place)? = staticValue(index) else {
                return placedClasses(in: list, at: nil)
            }
            return placedClasses(in: list, at: place)
        default: return [nil]
        }
    }

    private func placedClasses(in list: TypedExpression, at place: Int?) -> Set<String?> {
        let sources = factories(of: list.unsliced.list)
        var classes: Set<String?> = sources.contains(nil) ? [nil] : []
        for made in sources.compactMap({ $0 }).compactMap(program.cachesMade) {
            classes.formUnion(
                list.unsliced.start.map { made.dropping($0).classes(at: place) }
                    ?? made.classes(at: nil))
        }
        return classes
    }

    /// The `make_cache` whose list a value is: none as long as nothing is known, `nil` if it can be any.
    private func factories(of value: TypedExpression) -> Set<String?> {
        if case .list(let element) = value.type.unwrapped, element.isAbsent { return [] }
        if case .local(let name) = value.kind { return function.cacheLists[name] ?? [] }
        return [nil]
    }

    /// The caches of a list that is made; `nil` as long as they are not known.
    private func places(in value: TypedExpression) -> CachesByPlace? {
        switch value.kind {
        case .list(let elements):
            return CachesByPlace(leading: elements.map { madeClass($0.type) }, rest: [])
        case .comprehension(.list, let element, _, _):
            return CachesByPlace(leading: [], rest: [madeClass(element.type)])
        case .binary(let first, .add, let second):
            guard let first = places(in: first), let second = places(in: second) else { return nil }
            guard first.rest.isEmpty else { break }
            return CachesByPlace(leading: first.leading + second.leading, rest: second.rest)
        case .call(let call):
            // `self.language_model.make_cache()`
            if let called = program.function(calledBy: call) { return called.madeCaches }
        default: break
        }
        return CachesByPlace(leading: [], rest: [nil])
    }

    /// The class of a cache that is made; `nil` of one of several.
    private func madeClass(_ type: PythonType) -> String? {
        guard case .library(let name) = type, program.table.types[name]?.isProtocol != true else {
            return nil
        }
        return name
    }
}

extension Program {
    /// What a `make_cache` gives, as soon as that is known.
    fileprivate func cachesMade(by factory: String) -> CachesByPlace? {
        cacheFactories.first { $0.dottedName == factory }?.madeCaches
    }
}

extension [Statement] {
    /// How many statements return from the function whose body this is.
    fileprivate var returnCount: Int {
        reduce(0) { count, statement in
            switch statement.kind {
            case .return: count + 1
            case .function, .class: count
            default: count + statement.statements.returnCount
            }
        }
    }
}

extension TypedExpression {
    /// The list of which a value is the end, and where that starts; `nil` where that is not known.
    fileprivate var unsliced: (list: TypedExpression, start: Int?) {
        guard case .sliced(let list, let indices) = kind else { return (self, 0) }
        guard indices.count == 1, case .slice(let lower, nil, nil) = indices[0] else {
            return (list, nil)
        }
        guard let lower else { return (list, 0) }
        if case .constant(.integer(let start)) = lower.kind, start >= 0 { return (list, start) }
        return (list, nil)
    }
}

extension PythonType {
    /// Whether a value is None, or a tuple of Nones.
    fileprivate var isAbsent: Bool {
        switch self {
        case .none, .unknown: true
        case .optional(let inner): inner.isAbsent
        default: isAbsentTuple
        }
    }
}
