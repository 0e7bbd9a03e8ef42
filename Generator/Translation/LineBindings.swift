import Analysis
import PythonSyntax

/// Which Swift stands for which Python lines in one function: what a trace of lines is aligned by.
public struct TranslatedFunction: Sendable, Hashable {
    /// The Swift type and function, `LlamaAttention.callAsFunction`; a function alone outside of types.
    public let name: String
    /// In the order of the Swift text.
    public let bindings: [LineBinding]

    public init(name: String, bindings: [LineBinding]) {
        self.name = name
        self.bindings = bindings
    }
}

/// A name that a Python statement binds, or what it returns, and the Swift name for it.
public struct LineBinding: Sendable, Hashable {
    /// The Python name: `queries`, `self.offset`, `return`; `(mask)` of what the function is given.
    public let name: String
    /// Where the statement begins, below the package's models: `llama/language.py:50:9`. There are two
    /// where one Swift line stands for the assignments in both branches of an `if`, and none where the Swift
    /// assigns something of its own.
    public let places: [String]
    /// `nil` where the Swift has no such value, since nothing reads it. `x??` is what `x ?? y` falls back on,
    /// `[]` a part of something, `.` a property of something else than `self`.
    public let swiftName: String?

    public init(name: String, places: [String], swiftName: String?) {
        self.name = name
        self.places = places
        self.swiftName = swiftName
    }
}

extension FunctionTranslator {
    /// Notes what a statement binds.
    func noteBindings(of statement: TypedStatement, as translated: [SwiftStatement]) {
        guard !isInitializer else { return }
        switch statement.kind {
        case .assign(let targets, let value):
            // None has no value to compare.
            let isEmitted = !translated.isEmpty && value.kind != .constant(.none)
            if targets.count == 1, case .local(let name, _) = targets[0], value.path == name {
                // A parameter that is unwrapped.
                bindings.append(LineBinding(name: name, places: [], swiftName: names[name]))
                return
            }
            for target in targets { note(target, of: statement, isEmitted: isEmitted) }
        case .augmentedAssign(let target, _, _):
            note(target, of: statement, isEmitted: !translated.isEmpty)
        case .return(_?):
            // The branches of what became an `if` are noted already.
            if case .if? = translated.last { return }
            bindings.append(
                LineBinding(name: "return", places: [place(of: statement)], swiftName: "return"))
        case .raise, .assert:
            guard translated.endsInReturn else { return }
            bindings.append(LineBinding(name: "return", places: [], swiftName: "return"))
        case .if(_, let then, _) where statement.filledLocal != nil:
            guard translated.count == 1, let filled = statement.filledLocal else { return }
            let name = names[filled.name] ?? localName(filled.name)
            bindings.append(
                LineBinding(
                    name: filled.name.withoutSplitMark, places: [place(of: then[0])],
                    swiftName: "\(name)??"))
            bindings.append(LineBinding(name: filled.name, places: [], swiftName: name))
        case .if(_, let then, let otherwise) where otherwise.isEmpty:
            // `x = x.map { f($0) }`
            guard translated.count == 1, translated[0].isAssignment, then.count == 1 else { return }
            noteBindings(of: then[0], as: translated)
        case .if(_, let then, let otherwise):
            guard translated.count == 1, translated[0].isAssignment, let first = then.first,
                let second = otherwise.first,
                case .assign(let targets, _) = first.kind, targets.count == 1
            else { return }
            note(targets[0], of: first, or: second, isEmitted: true)
        default: break
        }
    }

    private func note(
        _ target: TypedTarget, of statement: TypedStatement, or other: TypedStatement? = nil,
        isEmitted: Bool
    ) {
        let places = ([statement] + (other.map { [$0] } ?? [])).map(place)
        switch target {
        case .local(let name, _):
            let isRead = isEmitted && names[name] != nil
            bindings.append(
                LineBinding(
                    name: name.withoutSplitMark, places: places,
                    swiftName: isRead ? names[name] : nil))
        case .attribute(let name, _):
            bindings.append(
                LineBinding(
                    name: "self.\(name)", places: places,
                    swiftName: isEmitted ? propertyName(name) : nil))
        case .tuple(let targets):
            for target in targets { note(target, of: statement, or: other, isEmitted: isEmitted) }
        case .element, .sliced:
            bindings.append(
                LineBinding(
                    name: "[]", places: places, swiftName: isEmitted ? "[]" : nil))
        case .member, .libraryMember:
            bindings.append(
                LineBinding(
                    name: ".", places: places, swiftName: isEmitted ? "." : nil))
        }
    }

    func place(of statement: TypedStatement) -> String { place(statement.span) }

    private func place(_ span: SourceSpan) -> String {
        "\(sourceFile):\(span.line):\(span.column)"
    }

    /// What the function is given, at the place where it begins.
    private var parameterBindings: [LineBinding] {
        isInitializer
            ? []
            : function.parameters.map { parameter in
                // No line of the Python names what comes in `**kwargs`.
                LineBinding(
                    name: "(\(parameter.name))",
                    places: parameter.isTakenFromKeywords ? [] : [place(function.span)],
                    swiftName: "(\(parameterName(parameter)))")
            }
    }

    /// The function as Swift, with those that it defines inside.
    func translated(as name: String) -> [TranslatedFunction] {
        [TranslatedFunction(name: name, bindings: parameterBindings + bindings)]
            + innerFunctions.map {
                TranslatedFunction(name: "\(name).\($0.name)", bindings: $0.bindings)
            }
    }
}

extension TypedModule {
    /// The file's path below the package's models: `llama/language.py`, of mlx-lm `llama.py`.
    public var pathBelowModels: String {
        let path = relativePath
        guard let models = path.place(of: "/models/") else { return path }
        return String(path[models.upperBound...])
    }
}

extension String {
    /// A file below the package's models, `deepseek_v32.py`, of `models/deepseek_v32.py` too.
    public var belowModels: String {
        hasPrefix("models/") ? String(dropFirst("models/".count)) : self
    }
}

extension SwiftStatement {
    /// Whether the statement assigns, so that an `if` of the Python has become one assignment.
    fileprivate var isAssignment: Bool {
        switch self {
        case .conditionalAssignment, .line: true
        default: false
        }
    }
}

extension [SwiftStatement] {
    /// Whether the last one is a `return`, or a `guard` with one.
    fileprivate var endsInReturn: Bool {
        switch last {
        case .line(let text): text.hasPrefix("return ")
        case .guard(_, let otherwise): otherwise.endsInReturn
        default: false
        }
    }
}
