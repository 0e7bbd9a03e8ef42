import Operations
import PythonSyntax

/// Functions that give a list of arrays on one path, and on another an array with a row for each: what goes through
/// either, takes an element or asks how many there are finds the same in the list of the rows.
extension Program {
    /// The list that stands for both.
    func rows(_ left: PythonType, _ right: PythonType) -> PythonType? {
        let list = PythonType.list(.array)
        guard Set([left.unwrapped, right.unwrapped]) == [list, .array] else { return nil }
        if !takesRowsForLists {
            takesRowsForLists = true
            changed = true
        }
        return left.isOptional || right.isOptional ? list.madeOptional : list
    }

    /// Whether Python does something else with a list of arrays than with an array of rows, where one may be the other.
    func tellsRows(_ type: PythonType) -> Bool {
        takesRowsForLists && type.unwrapped == .list(.array)
    }
}

extension FunctionChecker {
    /// Notes that a function which the runtime calls sets one of its inputs to a list of arrays: what it is given is an
    /// array of rows, as all inputs are arrays, and Python has a list there.
    func noteRows(assigned type: PythonType, to name: String) {
        guard function.isBorder, type == .list(.array),
            function.parameterTypes[name] == .optional(.array)
        else { return }
        function.parameterTypes[name] = .optional(.list(.array))
        program.takesRowsForLists = true
        program.changed = true
    }
}
