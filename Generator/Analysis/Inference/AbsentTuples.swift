import Operations
import PythonSyntax

/// `(None, None)` in place of a list of caches: its parts are absent, as those of no list would be. It is
/// `nil` in Swift, whose parts are read by `?[0]`.
extension FunctionChecker {
    /// Notes that tuples of `None` stand for values that are absent.
    func noteAbsentTuple(_ type: PythonType) {
        switch type {
        case .list(let element), .optional(let element): noteAbsentTuple(element)
        case .tuple where type.isAbsentTuple:
            guard !program.hasAbsentTuples else { return }
            program.hasAbsentTuples = true
            program.changed = true
        default: break
        }
    }

    /// What is absent where a part of it is: the `cache` of `cache[0]`, if a list always has the part.
    func absentWhole(of part: TypedExpression) -> (value: TypedExpression, type: PythonType)? {
        guard case .element(let list, _) = part.kind,
            case .downcast(let whole, .library(let name), isForced: false) = list.kind,
            program.table.types[name]?.elementType?.isOptional == false
        else { return nil }
        return (whole, .library(name))
    }
}

extension TypedExpression {
    /// The value as an instance of a class; `nil` where it is absent.
    func perhaps(_ className: String) -> TypedExpression {
        TypedExpression(
            .downcast(self, .library(className), isForced: false),
            .optional(.library(className)), span: span)
    }
}
