/// The identifiers and keywords in declarations, without their documentation.
struct SwiftWords {
    private(set) var all: Set<String> = []

    init(of declarations: [SwiftDeclaration]) {
        for declaration in declarations { add(declaration) }
    }

    private mutating func add(_ declaration: SwiftDeclaration) {
        switch declaration {
        case .type(_, let header, let members):
            add(header)
            for member in members { add(member) }
        case .function(_, let signature, let body):
            add(signature)
            add(body)
        case .line(_, let text): add(text)
        case .blank: break
        }
    }

    private mutating func add(_ statements: [SwiftStatement]) {
        for statement in statements {
            switch statement {
            case .line(let text): add(text)
            case .if(let conditions, let then, let otherwise):
                add(conditions)
                add(then)
                add(otherwise)
            case .guard(let conditions, let otherwise):
                add(conditions)
                add(otherwise)
            case .for(let pattern, let sequence, let filter, let body):
                for text in [pattern, sequence, filter ?? ""] { add(text) }
                add(body)
            case .closure(let opening, let parameters, let body):
                add(opening)
                add(parameters ?? "")
                add(body)
            case .while(let condition, let body):
                add(condition)
                add(body)
            case .do(let body, let handlers):
                add(body)
                for handler in handlers {
                    if let pattern = handler.pattern { add(pattern) }
                    add(handler.body)
                }
            case .conditionalAssignment(let prefix, let conditions, let then, let otherwise):
                for text in [prefix, conditions, then, otherwise] { add(text) }
            }
        }
    }

    private mutating func add(_ text: String) {
        for word in text.utf8.split(whereSeparator: { !$0.isOfWord }) {
            all.insert(String(Substring(word)))
        }
    }
}

extension UInt8 {
    /// Whether the byte belongs to an identifier; those of names outside of ASCII do.
    fileprivate var isOfWord: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...:
            true
        default: false
        }
    }
}
