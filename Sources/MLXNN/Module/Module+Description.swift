import MLX

extension Module: IndentedDescription {
    /// The module's type and values, and its children, one a line.
    public func description(indent: Int) -> String {
        let head = "\(type(of: self))\(describeExtra(indent))"
        let children = namedChildren
        guard !children.isEmpty else { return head }
        let margin = String(repeating: " ", count: indent)
        let lines = children.map { key, child in
            "\(margin)  \(key): \(child.description(indent: indent + 2)),\n"
        }
        return "\(head) {\n\(lines.joined())\(margin)}"
    }

    /// The module's own arrays (`weight: [8, 4] float32`) and plain values (`eps: 1e-05`).
    var ownDescriptions: [String] {
        orderedItems.compactMap { key, item in
            switch item {
            case .value(.parameters(let array)): "\(key): \(array.shape) \(array.dtype)"
            case .value(.other(let value)): Self.text(of: value).map { "\(key): \($0)" }
            default: nil
            }
        }
    }

    /// Numbers, texts, cases and tuples of them as text; nil for other values, such as functions
    /// and configurations, which would say nothing or too much.
    private static func text(of value: Any) -> String? {
        switch Mirror(reflecting: value).displayStyle {
        case .enum, .tuple: "\(value)"
        case nil where value is any LosslessStringConvertible: "\(value)"
        default: nil
        }
    }
}
