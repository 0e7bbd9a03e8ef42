/// What the compiler knows about names that the compiled sources do not define themselves: MLX
/// operations, `mlx.nn` layers, and the ported infrastructure of the model packages.
///
/// The rows are data (`Tables/*.yml`); they drive type inference and emission alike.
public struct OperationTable: Sendable {
    /// Functions by dotted Python name, `mlx.core.softmax`.
    public let functions: [String: Operation]
    /// Classes by dotted Python name, `mlx.nn.Linear`.
    public let classes: [String: LibraryClass]
    /// Types by Swift name: the classes again, and protocols that no constructor names.
    public let types: [String: LibraryClass]
    /// Constants by dotted Python name, `mlx.core.float32`; functions that may be passed as values
    /// (`mlx.nn.silu`) are among them.
    public let constants: [String: LibraryConstant]
    /// Methods of built-in Python types by type name: `array`, `str`, `list`, `dict`.
    public let builtinMethods: [String: [String: Operation]]
    /// Attributes of built-in Python types by type name.
    public let builtinAttributes: [String: [String: LibraryAttribute]]
    /// Python attribute names whose Swift name is not the plain camel-case form.
    public let names: [String: String]
    /// Names that have no row on purpose, with the reason; `mlx.core.distributed.*` is a pattern.
    public let excluded: [String: String]
    /// The table files in order, with how many rows each has.
    public let files: [TableFileSummary]
    /// The Swift names of what is ported from the packages' shared modules, `models.…` and
    /// `mlx_lm.models.…`.
    public let portedNames: Set<String>

    /// The method of a class by its full name, `mlx.nn.MultiHeadAttention.create_additive_causal_mask`.
    public func staticMethod(_ name: String) -> Operation? {
        guard let dot = name.lastIndex(of: ".") else { return nil }
        return classes[String(name[..<dot])]?.methods[String(name[name.index(after: dot)...])]
    }

    /// Why a name has no row, if that is on purpose.
    public func exclusion(of name: String) -> String? {
        if let reason = excluded[name] { return reason }
        var parts = name.split(separator: ".")
        while parts.popLast() != nil, !parts.isEmpty {
            if let reason = excluded[parts.joined(separator: ".") + ".*"] { return reason }
        }
        return nil
    }
}

/// A table file by name, with the number of its rows.
public struct TableFileSummary: Hashable, Sendable {
    public let name: String
    public let rows: Int
}

/// A callable row.
public struct Operation: Hashable, Sendable {
    public let python: String
    public let parameters: [OperationParameter]
    public let result: ResultRule
    public let swift: [SwiftForm]
    /// Whether the Swift spelling throws.
    public let throwing: Bool
    /// Swift spellings of string arguments by parameter and Python value: `mode` `constant` is
    /// `.constant`.
    public let values: [String: [String: String]]
    /// Parameters in which the engine is not what its stub says, with how; its `name`, if the stub lacks it.
    public let stubDifferences: [String: String]
    /// All signatures in order where Python has several; empty if this is the only one.
    public let overloads: [Operation]
    /// The parameter whose list or dictionary the call changes in place.
    public var changes: String?
    /// The parameter for which a list stands that begins with what is meant.
    public var leading: String?
    /// The class of the sources that is made instead, which extends that of an initialiser's row.
    public var madeClass: String?
    /// The spelling of an initialiser by which a class that extends the row's initialises that part of itself, where
    /// it is no other than the first one.
    public var designated: SwiftForm?
    /// Whether the call is that of the initialiser from one of a class that extends the row's.
    public var isSuper = false

    /// The spelling of the initialiser behind `super`.
    public var superForms: [SwiftForm] {
        (designated.map { [$0] } ?? swift).map { $0.making("super.init") }
    }

    public func parameter(named name: String) -> OperationParameter? {
        parameters.first { $0.name == name }
    }

    /// The call of a value that is a function; `self` is that value.
    public static func call(of parameters: [PythonType], result: PythonType) -> Operation {
        let arguments = parameters.enumerated().map { index, type in
            OperationParameter(
                name: "argument\(index)", alternatives: [type], defaultValue: nil,
                isKeywordOnly: false,
                isVariadic: false)
        }
        let places = arguments.map { "{\($0.name)}" }.joined(separator: ", ")
        return Operation(
            python: "function", parameters: arguments, result: .type(result),
            swift: [SwiftForm(conditions: [:], template: "{self}(\(places))")], throwing: false,
            values: [:],
            stubDifferences: [:], overloads: [])
    }

    /// The signatures: its overloads, or itself.
    public var signatures: [Operation] { overloads.isEmpty ? [self] : overloads }

    /// The signature that takes a call of this many positional arguments and these keywords; the
    /// last one if none does.
    ///
    /// - Parameter literals: the keyword arguments that are literals, by name.
    public func signature(
        positional count: Int, keywords: [String], literals: [String: String] = [:]
    ) -> Operation {
        signatures.first { $0.takes(positional: count, keywords: keywords, literals: literals) }
            ?? signatures[signatures.count - 1]
    }

    private func takes(
        positional count: Int, keywords: [String], literals: [String: String]
    ) -> Bool {
        let positions = parameters.filter { !$0.isKeywordOnly }
        guard count <= positions.count || positions.last?.isVariadic == true else { return false }
        let given = Set(positions.prefix(count).map(\.name)).union(keywords)
        guard keywords.allSatisfy({ $0 == "stream" || parameter(named: $0) != nil }) else {
            return false
        }
        return parameters.allSatisfy {
            (!$0.isRequired || given.contains($0.name))
                && ($0.literal == nil || literals[$0.name] == $0.literal)
        }
    }
}

public struct OperationParameter: Hashable, Sendable {
    public let name: String
    /// The types that Python takes, in order; one unless the table writes `array|float`.
    public let alternatives: [PythonType]
    /// The Python default as source text, `nil` if the argument is required.
    public let defaultValue: String?
    public let isKeywordOnly: Bool
    /// `*axes`: takes all remaining positional arguments.
    public let isVariadic: Bool
    /// The only argument with which the signature applies, `True` or `False`.
    public var literal: String?

    public var type: PythonType { alternatives[0] }
    public var isRequired: Bool { defaultValue == nil && !isVariadic }

    /// The alternative that holds an argument of this type; the first one if none does.
    ///
    /// A number of a JSON file is passed as a float where one is taken: beside arrays of floats both
    /// kinds of numbers are the same.
    public func type(for argument: PythonType) -> PythonType {
        let takesLists = alternatives.contains {
            if case .list = $0.unwrapped { true } else { false }
        }
        if argument.unwrapped == .json, !takesLists, !alternatives.contains(.json),
            let float = alternatives.first(where: { $0.unwrapped == .float })
        {
            return argument.isOptional ? float : float.unwrapped
        }
        return alternatives.first { $0.unwrapped == argument.unwrapped }
            ?? alternatives.first { $0.unwrapped.holds(argument.unwrapped) } ?? type
    }
}

/// How the result's type follows from the call.
public enum ResultRule: Hashable, Sendable {
    case type(PythonType)
    /// The type of the argument of this name.
    case same(as: String)
}

/// One Swift spelling: literal text, `{argument}` placeholders, `[[optional {segments}]]`.
///
/// A placeholder may name a conversion, `{eps:Float}`, what stands there if the argument is not
/// given, `{axis=-1}`, and an attribute of the argument that stands in its place,
/// `{config.hidden_size}`, named as the source names it.
public struct SwiftForm: Hashable, Sendable {
    /// Argument types under which this spelling applies; `None` for an argument that is not given.
    public let conditions: [String: PythonType]
    /// Literal string arguments under which it applies, by parameter; the spelling has no place for
    /// them.
    public let literals: [String: String]
    public let template: String
    /// Whether the spelling throws, and so applies only where errors can be thrown.
    public let throwing: Bool
    /// What the spelling reads of arguments, `{config.hidden_size}`, as `config.hidden_size`.
    public let entries: [String]

    public init(
        conditions: [String: PythonType], literals: [String: String] = [:], template: String,
        throwing: Bool = false
    ) {
        self.conditions = conditions
        self.literals = literals
        self.template = template
        self.throwing = throwing
        entries = template.split(separator: "{").dropFirst().compactMap { piece in
            let name = piece.prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "." }
            return name.contains(".") && piece[name.endIndex...].hasPrefix("}") ? String(name) : nil
        }
    }

    /// Whether the conditions hold.
    ///
    /// - Parameters:
    ///   - argument: the type of an argument, `None` if it is left out and that is its default.
    ///   - literal: the text of an argument that is a string literal.
    public func applies(
        _ argument: (String) -> PythonType?, literal: (String) -> String? = { _ in nil }
    ) -> Bool {
        conditions.allSatisfy { name, type in
            guard let given = argument(name), given.isOptional || !type.isOptional else {
                return false
            }
            return type == .none ? given == .none : type.unwrapped.holds(given.unwrapped)
        } && literals.allSatisfy { literal($0.key) == $0.value }
    }

    /// The spelling of an initialiser with another class in place of the one it starts with.
    public func making(_ name: String) -> SwiftForm {
        guard let parenthesis = template.firstIndex(of: "(") else { return self }
        return SwiftForm(
            conditions: conditions, literals: literals,
            template: name + template[parenthesis...], throwing: throwing)
    }
}

/// A class of a library: how it is made, called and read.
public struct LibraryClass: Hashable, Sendable {
    public let python: String?
    public let swiftName: String
    /// Whether instances are modules: nodes of the parameter tree.
    public let isModule: Bool
    /// Whether the sources may extend it: its Swift class is an open one.
    public let isOpen: Bool
    public let initializer: Operation?
    public let call: Operation?
    public let attributes: [String: LibraryAttribute]
    public let methods: [String: Operation]
    /// Whether Swift refers to it as `any Name`.
    public let isProtocol: Bool
    /// Swift names of the protocols and classes it is also an instance of.
    public let conforms: [String]
    /// Whether quantising or adapting a model puts a layer of another class in its place: what the
    /// source makes is not what runs.
    public let isReplaced: Bool
    /// The type of `instance[index]`, if instances have elements.
    public let elementType: PythonType?
}

public struct LibraryAttribute: Hashable, Sendable {
    public let type: PythonType
    public let swift: String
    public var meaning = Meaning.read

    /// What reading the attribute amounts to.
    public enum Meaning: Hashable, Sendable {
        /// The spelling is read at run time.
        case read
        /// It is this number whenever the Swift runs.
        case constant(Int)
        /// It is another attribute of the same object.
        case alias(String)
    }
}

public struct LibraryConstant: Hashable, Sendable {
    public let type: PythonType
    public let swift: String
}
