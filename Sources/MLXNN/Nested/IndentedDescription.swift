/// A value whose description takes several lines and can be indented.
public protocol IndentedDescription: CustomStringConvertible {
    /// The description; lines after the first begin with `indent` spaces.
    func description(indent: Int) -> String
}

extension IndentedDescription {
    /// The description without indentation.
    public var description: String { description(indent: 0) }
}

/// The description of any value, indented if it knows how to be.
public func indentedDescription(_ value: Any, _ indent: Int) -> String {
    (value as? IndentedDescription)?.description(indent: indent) ?? String(describing: value)
}
