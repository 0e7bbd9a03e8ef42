import Analysis
import Operations

/// What every cache has, where a cache of the family's own defines it: its base class in Swift has some of it in
/// another form.
extension FamilyContext {
    /// The Swift name of such a property; `nil` of any other one.
    func ownCacheMember(_ name: String, of className: String) -> String? {
        guard let owner = classes[className], owner.isOwnCache,
            let property = OwnCacheProperty(rawValue: name), let getter = owner.method(name),
            getter.isProperty
        else { return nil }
        return switch property {
        case .offset: "offset"
        case .byteCount: "byteCount"
        case .state: owner.overrides(getter) ? "heldArrays" : "heldState"
        case .metaState: owner.overrides(getter) ? "metaState" : "heldText"
        }
    }

    /// What the base class asks for, made of a `state` that has lists among its parts, and of a `meta_state` that is
    /// one text.
    func heldStateMembers(of typed: TypedClass, in module: TypedModule) -> [SwiftDeclaration] {
        guard typed.isOwnCache else { return [] }
        var members: [SwiftDeclaration] = []
        if let state = typed.method(OwnCacheProperty.state.rawValue), state.isProperty,
            !typed.overrides(state)
        {
            members += heldArrays(of: state, typed, in: module)
        }
        if let text = typed.method(OwnCacheProperty.metaState.rawValue), text.isProperty,
            !typed.overrides(text)
        {
            if text.result != .string { reportForm(of: text, in: module) }
            let setter = text.setterBody("heldText = newValue[0]", typed)
            members += [
                .blank,
                .function(
                    documentation: [], signature: "public override var metaState: [String]",
                    body: [.accessor("get", [.line("[heldText]")]), setter]),
            ]
        }
        return members
    }

    /// `heldArrays` of the parts of a state, of which one may be a list: as long as the others leave it.
    private func heldArrays(
        of state: TypedFunction, _ typed: TypedClass, in module: TypedModule
    ) -> [SwiftDeclaration] {
        guard case .tuple(let parts) = state.result, parts.count > 1,
            parts.allSatisfy({ $0.isArrays || $0.unwrapped == .array }),
            parts.count(where: \.isArrays) == 1
        else {
            reportForm(of: state, in: module)
            return []
        }
        let names = parts.enumerated().map { $1.isArrays ? "arrays" : "array\($0 + 1)" }
        let held = zip(names, parts).map { name, part in
            part.isArrays ? (part.isOptional ? "(\(name) ?? [])" : name) : "[\(name)]"
        }
        let list = parts.firstIndex(where: \.isArrays) ?? 0
        let behind = parts.count - list - 1
        let taken = parts.enumerated().map { index, part -> String in
            if part.isArrays {
                let start = list == 0 ? "" : ".dropFirst(\(list))"
                let end = behind == 0 ? "" : behind == 1 ? ".dropLast()" : ".dropLast(\(behind))"
                let present = ".compactMap(\\.self)\(part.isOptional ? ".nonEmpty" : "")"
                return "newValue\(start)\(end)\(present)"
            }
            let place = index < list ? "\(index)" : "newValue.count - \(parts.count - index)"
            return "newValue[\(place)]\(part.isOptional ? "" : "!")"
        }
        let setter = state.setterBody("heldState = (\(taken.joined(separator: ", ")))", typed)
        return [
            .blank,
            .function(
                documentation: [], signature: "public override var heldArrays: [MLXArray?]",
                body: [
                    .accessor(
                        "get",
                        [
                            .line("let (\(names.joined(separator: ", "))) = heldState"),
                            .line("return \(held.joined(separator: " + "))"),
                        ]),
                    setter,
                ]),
        ]
    }

    private func reportForm(of getter: TypedFunction, in module: TypedModule) {
        report(
            Diagnostic(
                path: module.parsed.path, span: getter.span, construct: "'\(getter.name)'",
                type: getter.result, message: "of a cache is not supported in this form",
                hint: "arrays, of which one part may be a list, and one text are"))
    }
}

extension TypedFunction {
    /// The setter of what is made of a property: Python raises where that has none.
    fileprivate func setterBody(_ assignment: String, _ owner: TypedClass) -> SwiftStatement {
        let message = "property '\(name)' of '\(owner.name)' object has no setter"
        let line =
            owner.setter(of: name) == nil ? "preconditionFailure(\"\(message)\")" : assignment
        return .accessor("set", [.line(line)])
    }
}

extension TypedClass {
    /// Whether the class is a cache that extends none of the library's but their common base.
    var isOwnCache: Bool { kind == .plain && extendedLayer == "BaseKVCache" }

    /// Whether a property stands in the place of the base class's in Swift.
    func overrides(_ getter: TypedFunction) -> Bool {
        guard isOwnCache else { return false }
        return switch OwnCacheProperty(rawValue: getter.name) {
        case .offset, .byteCount: true
        case .state: getter.result == .list(.optional(.array))
        case .metaState: getter.result == .list(.string)
        case nil: false
        }
    }

    /// Whether such a property can be set in the base class.
    func overridesSettable(_ getter: TypedFunction) -> Bool {
        overrides(getter) && getter.name != OwnCacheProperty.byteCount.rawValue
    }
}

extension PythonType {
    /// Whether it is a list of arrays, which may be absent.
    fileprivate var isArrays: Bool { unwrapped == .list(.array) }
}
