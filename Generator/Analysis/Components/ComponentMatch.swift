import Operations
import PythonSyntax

/// A proof that a class computes what a shared component computes.
public struct ComponentMatch: Hashable, Sendable {
    /// The Swift component, `StandardAttention`.
    public let component: String
    /// `AttentionConfiguration`, the protocol that tells the component its parameters.
    public let configurationProtocol: String
    /// `attention`, the protocol's property.
    public let property: String
    /// The parameter of `__init__` that says which layer it is, `layer_idx`, if the parameters hang on it:
    /// the property is a method then.
    public let layerParameter: String?
    /// How the property's value is spelled, with the slots as placeholders.
    public let swift: String
    /// What the family's code has for each of the component's parameters that is not the default.
    public let bindings: [SlotBinding]
    /// Classes of the family in the component's class parameters.
    public let classBindings: [ClassBinding]
    /// The options under which the match holds: `query_key_norm`.
    public let flags: [String]
    /// How many terms were found equal, for the report.
    public let provenTerms: Int
    /// The class's lines that a line of the component's pattern stands for.
    public let lines: Set<ComponentLine>
}

/// A line of a class, and the line of a component's pattern that gives the same.
public struct ComponentLine: Hashable, Sendable {
    /// The name that the line binds; `return` for a result.
    public let name: String
    /// The file of an inherited method, `llama/language.py`; that of the class if `nil`.
    public let file: String?
    public let span: SourceSpan
    public let patternName: String
    public let patternSpan: SourceSpan
    /// Whether the class gives the same a second time: `residual = x` behind `x = residual + x`.
    public let isRepeated: Bool
}

/// The lines of one function of a component's pattern, which are those of the Swift component.
public struct PatternFunction: Hashable, Sendable {
    public let component: String
    /// `__call__`
    public let name: String
    /// What the lines bind, in order.
    public let lines: [Line]

    public struct Line: Hashable, Sendable {
        public let name: String
        public let span: SourceSpan
    }
}

/// `head_dimensions: args.head_dim or args.hidden_size // args.num_attention_heads`, with the
/// configuration as `self`.
public struct SlotBinding: Hashable, Sendable {
    public let slot: String
    public let type: PythonType
    public let value: TypedExpression
}

public struct ClassBinding: Hashable, Sendable {
    public let slot: String
    public let className: String
    /// The Swift protocol that the component asks of the class.
    public let conformance: String
}

/// Why a component does not stand in for a class.
public struct ComponentMismatch: Hashable, Sendable {
    public let component: String
    /// The first difference, in terms of both sources.
    public let reason: String
    public let span: SourceSpan
}

struct ComponentRoutes {
    var matches: [String: ComponentMatch] = [:]
    var mismatches: [String: [ComponentMismatch]] = [:]
}
