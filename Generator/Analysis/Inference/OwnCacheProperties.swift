import Operations
import PythonSyntax

/// The properties that every cache has, where a cache of the family's own defines them itself.
public enum OwnCacheProperty: String, CaseIterable, Sendable {
    /// The position of the next token.
    case offset
    /// The arrays that it holds.
    case state
    /// The numbers beside them, as text.
    case metaState = "meta_state"
    /// The memory of the arrays, in bytes.
    case byteCount = "nbytes"
}

extension Program {
    /// Reaches the properties of a cache of the family's own: the runtime asks for what they tell, and evaluates the
    /// arrays.
    func reachOwnProperties(of info: ClassInfo) {
        guard info.isOwnCache else { return }
        for property in OwnCacheProperty.allCases {
            guard let getter = info.methods[property.rawValue] else { continue }
            reach(getter)
            guard getter.isProperty else {
                getter.problems = [
                    FunctionProblem(
                        construct: "'\(property.rawValue)'", span: getter.span,
                        message: "of a cache is only supported as an attribute or a property",
                        hint: nil)
                ]
                continue
            }
            declareResult(of: getter, property)
            guard let setter = info.setter(of: property.rawValue),
                let value = setter.parameters.first
            else { continue }
            reach(setter)
            noteArgument(value.name, of: setter, .varying)
            widen(value.name, of: setter, with: getter.resultType)
            noteFacts(ArrayFacts(), of: value.name, in: setter)
        }
    }

    /// Says what a property gives where Swift's base class does.
    private func declareResult(of getter: FunctionInfo, _ property: OwnCacheProperty) {
        let type: PythonType? =
            switch property {
            case .offset, .byteCount: .integer
            case .state: getter.returnedType.isListOfArrays ? .list(.optional(.array)) : nil
            case .metaState: nil
            }
        guard let type, getter.declaredResult != type else { return }
        getter.declaredResult = type
        changed = true
    }
}

extension PythonType {
    /// Whether values are arrays side by side, some of which may be absent.
    fileprivate var isListOfArrays: Bool {
        switch self {
        case .list(let element): element.isArrayOrNone
        case .tuple(let parts): parts.allSatisfy(\.isArrayOrNone)
        default: false
        }
    }

    private var isArrayOrNone: Bool { self == .none || unwrapped == .array }
}
