import Operations
import PythonSyntax

/// Locals that are set to instances of different classes: they are held as what the classes have in common.
extension FunctionChecker {
    /// The type with which a local holds a value.
    func commonType(of name: String, with type: PythonType) -> PythonType {
        switch type.unwrapped {
        case .library, .instance: break
        default: return type
        }
        if let common = function.commonTypes[name], shared(type, common) == common {
            return type.isOptional ? common.madeOptional : common
        }
        guard let held = function.heldTypes[name] else {
            function.heldTypes[name] = type.unwrapped
            return type
        }
        if held.joined(with: type.unwrapped) == nil, let common = shared(held, type) {
            function.commonTypes[name] = common
            program.changed = true
            return type.isOptional ? common.madeOptional : common
        }
        return type
    }

    private func shared(_ left: PythonType, _ right: PythonType) -> PythonType? {
        let (left, right) = (left.unwrapped, right.unwrapped)
        return left.joined(with: right) ?? commonProtocol(left, right) ?? alternatives(left, right)
    }
}
