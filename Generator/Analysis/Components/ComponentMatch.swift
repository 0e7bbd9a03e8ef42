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
