import Operations

extension PythonType {
    /// The closure that gives the arrays in a result which is a tuple of more than arrays; `nil` where
    /// the result itself tells them.
    var observedOutputs: String? {
        guard case .tuple(let elements) = self, elements.contains(where: { $0 != .array }) else {
            return nil
        }
        let parts = arrays(at: "$0")
        var text: [String] = []
        var single: [String] = []
        func endSingle() {
            if !single.isEmpty { text.append("[\(single.joined(separator: ", "))]") }
            single = []
        }
        for part in parts {
            if part.isList {
                endSingle()
                text.append(part.path)
            } else {
                single.append(part.path)
            }
        }
        endSingle()
        return "{ \(text.isEmpty ? "_ in []" : text.joined(separator: " + ")) }"
    }

    /// The arrays in a value, in order, by the paths to them.
    private func arrays(at path: String) -> [(path: String, isList: Bool)] {
        switch self {
        case .array: [(path, false)]
        // A call may return an offset as a number here and as an array there.
        case .integer: [("MLXArray(\(path))", false)]
        case .optional(.integer): [("(\(path).map { [MLXArray($0)] } ?? [])", true)]
        case .list(.array): [(path, true)]
        case .optional(.array): [("(\(path).map { [$0] } ?? [])", true)]
        case .tuple(let elements):
            elements.enumerated().flatMap { $1.arrays(at: "\(path).\($0)") }
        default: []
        }
    }
}
