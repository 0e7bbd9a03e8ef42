import Operations
import PythonSyntax

/// Members that only some of the classes below a protocol have, those of the library and the family's own.
extension FunctionChecker {
    /// Whether a value of any class below a protocol has a member that Swift's protocol has: `None` has none, and a
    /// class of the family's own may lack it in Python.
    ///
    /// Gives `nil` where that is not known.
    func presence(
        ofCommon member: String, in value: TypedExpression, under type: String, span: SourceSpan
    ) -> TypedExpression? {
        guard let lacking = program.classes(lacking: member, under: type) else { return nil }
        var tests = lacking.map { lacking in
            TypedExpression(
                .unary(
                    .not,
                    TypedExpression(
                        .isInstance(value, .instance(lacking)), .boolean, span: span)),
                .boolean, span: span)
        }
        if value.type.isOptional {
            tests.insert(
                TypedExpression(.isNone(value, negated: true), .boolean, span: span), at: 0)
        }
        switch tests.count {
        case 0: return TypedExpression(.constant(.boolean(true)), .boolean, span: span)
        case 1: return tests[0]
        default: return TypedExpression(.boolean(.and, tests), .boolean, span: span)
        }
    }

    /// `getattr(cache, "offset", default)` of an attribute that Swift's protocol has.
    func commonAttribute(
        _ name: String, of value: TypedExpression, under type: String,
        otherwise fallback: TypedExpression?, span: SourceSpan
    ) -> TypedExpression? {
        let found = attribute(name, of: value, span: span)
        guard let fallback, let lacking = program.classes(lacking: name, under: type) else {
            return fallback == nil ? found : nil
        }
        guard value.type.isOptional || !lacking.isEmpty else { return found }
        let present = TypedExpression(value.kind, value.type.unwrapped, span: span)
        if !lacking.isEmpty || fallback.type != .none {
            guard let test = presence(ofCommon: name, in: value, under: type, span: span) else {
                return nil
            }
            return attribute(name, of: present, span: span).flatMap {
                chosen($0, if: test, otherwise: fallback, span: span)
            }
        }
        // Of None the default is taken; an absent entry is None here as well.
        let cast = TypedExpression(
            .downcast(value, .library(type), isForced: false), .optional(.library(type)),
            span: span)
        return attribute(name, of: cast, span: span).map {
            TypedExpression($0.kind, $0.type.madeOptional, span: span)
        }
    }

    /// `getattr(cache, "lengths", default)` of an attribute that values of some classes have.
    func attribute(
        _ name: String, of value: TypedExpression, amongst holders: [PythonType],
        otherwise fallback: TypedExpression?, span: SourceSpan
    ) -> TypedExpression? {
        if holders.count == 1, fallback == nil || fallback?.type == PythonType.none {
            // Absent is None here, so both give the default.
            let type = fallback == nil ? holders[0] : holders[0].madeOptional
            let cast = TypedExpression(
                .downcast(value, holders[0], isForced: fallback == nil), type, span: span)
            guard let found = attribute(name, of: cast, span: span) else { return nil }
            return fallback == nil
                ? found : TypedExpression(found.kind, found.type.madeOptional, span: span)
        }
        guard let fallback else { return nil }
        return holders.reversed().reduce(fallback) { otherwise, holder in
            guard let otherwise else { return nil }
            let test = TypedExpression(.isInstance(value, holder), .boolean, span: span)
            return attribute(name, of: seen(value, as: holder), span: span).flatMap {
                chosen($0, if: test, otherwise: otherwise, span: span)
            }
        }
    }

    /// An attribute where a test tells that it is there, or else the default; `nil` where the attribute itself may be
    /// `None`, so that Swift could not tell the two.
    func chosen(
        _ attribute: TypedExpression, if test: TypedExpression, otherwise: TypedExpression,
        span: SourceSpan
    ) -> TypedExpression? {
        guard !attribute.type.isOptional,
            let type = attribute.type.joined(with: otherwise.type)
        else { return nil }
        return TypedExpression(
            .conditional(test: test, then: attribute, otherwise: otherwise), type, span: span)
    }
}

extension Program {
    /// The classes below a protocol that have an attribute or method which the protocol lacks, by name; `nil` where
    /// one of them may have it or not.
    ///
    /// They are those that the family makes, if it makes any. A family that makes some of its own makes all.
    func holders(of member: String, under type: String) -> [PythonType]? {
        guard table.types[type]?.isProtocol == true else { return [] }
        let own = ownClasses(under: type)
        var holding: [ClassInfo] = []
        for info in own {
            switch has(member, info) {
            case true?: holding.append(info)
            case false?: break
            case nil: return nil
            }
        }
        let all = table.types.values.filter {
            table.conformances(of: $0.swiftName).contains(type)
                && ($0.attributes[member] != nil || $0.methods[member] != nil)
        }.map(\.swiftName)
        let made = all.filter { madeOrGiven.contains($0) }
        let library = made.isEmpty && own.isEmpty ? all : made
        let others = holding.filter {
            ancestors(of: $0.dottedName).isDisjoint(with: library)
        }
        return library.sorted().map { .library($0) }
            + others.map(\.dottedName).sorted().map { .instance($0) }
    }

    /// The classes of the family's own below a protocol that lack in Python a member which the protocol has in Swift;
    /// `nil` where that is not known.
    func classes(lacking member: String, under type: String) -> [String]? {
        var lacking: [String] = []
        for info in ownClasses(under: type) {
            guard let has = has(member, info) else { return nil }
            if !has { lacking.append(info.dottedName) }
        }
        return lacking.sorted()
    }

    /// The library's classes that a class is an instance of in Python, by their Swift names.
    func ancestors(of className: String) -> Set<String> {
        guard let info = classInfo(className), let layer = info.extendedLayer,
            !info.keepsState
        else { return [] }
        return table.conformances(of: layer.swiftName).union([layer.swiftName])
    }

    /// The classes of the family's own below a protocol of which it makes instances.
    private func ownClasses(under type: String) -> [ClassInfo] {
        madeObjects.compactMap(classInfo).filter { info in
            info.extendedObject.map {
                table.conformances(of: $0.swiftName).contains(type)
            } == true
        }
    }

    /// Whether the family makes instances of a class of its own below a protocol, or of one that extends that class.
    func makes(_ className: String, under type: String) -> Bool {
        ownClasses(under: type).contains { $0.ancestry.contains(className) }
    }

    /// The library's classes that the family makes, and those that methods of these give.
    private var madeOrGiven: Set<String> {
        madeClasses.reduce(into: madeClasses) { classes, name in
            for method in table.types[name]?.methods.values.map(\.result) ?? [] {
                if case .type(.library(let given)) = method { classes.insert(given) }
            }
        }
    }

    /// Whether instances of a class that extends one of the library have a member; `nil` where only some have, or at
    /// some times only.
    private func has(_ member: String, _ info: ClassInfo) -> Bool? {
        let bodies = info.resolutionOrder.map(\.definition.body)
        if info.methods[member] != nil || bodies.contains(where: { $0.assigns(member) }) {
            return true
        }
        let initializers = info.resolutionOrder.compactMap { $0.methods["__init__"] }
        switch initializers.lazy.compactMap({ $0.statedPresence(ofAttribute: member) }).first {
        case .always?: return true
        case .when?: return nil
        case nil: break
        }
        if let layer = info.extendedObject, !info.keepsState,
            table.attribute(member, of: layer.swiftName) != nil
                || table.method(member, of: layer.swiftName) != nil
        {
            return layer.swiftName == "BaseKVCache"
                ? pythonClass(info.definition, in: info.moduleName, has: member) : true
        }
        return pythonClass(info.definition, in: info.moduleName, has: member) == false
            ? false : nil
    }
}

extension Program {
    enum Candidates {
        case none
        case one(String)
        case several
    }

    /// The library's classes below a protocol that have an attribute or method which the protocol lacks: of those that
    /// the family makes, if it makes any.
    func classes(with member: String, under type: String) -> Candidates {
        classes(under: type) { $0.attributes[member] != nil || $0.methods[member] != nil }
    }

    func classes(
        under type: String, where condition: (LibraryClass) -> Bool
    ) -> Candidates {
        guard table.types[type]?.isProtocol == true else { return .none }
        let all = table.types.values.filter {
            table.conformances(of: $0.swiftName).contains(type) && condition($0)
        }.map(\.swiftName)
        let made = all.filter { madeClasses.contains($0) }
        let names = made.isEmpty ? all : made
        return names.isEmpty ? .none : names.count == 1 ? .one(names[0]) : .several
    }
}

extension ClassInfo {
    /// Whether the class extends none in Python and is a cache by its state.
    fileprivate var keepsState: Bool {
        isOwnCache && resolutionOrder.contains(where: \.definition.keepsState)
    }
}

extension [Statement] {
    /// Whether the body of a class gives a name a value.
    fileprivate func assigns(_ name: String) -> Bool {
        contains { statement in
            switch statement.kind {
            case .assign(let targets, _): targets.contains { $0.simpleName == name }
            case .annotatedAssign(let target, _, _?): target.simpleName == name
            default: false
            }
        }
    }
}
