/// A tree of values: the structure in which modules report their parameters and children.
///
/// Keys of dictionaries and indices of arrays joined with `.` form the path of a value, which is
/// the name that the value has in a checkpoint: `layers.0.weight`.
public indirect enum NestedItem<Key: Hashable, Element> {
    /// A place that holds nothing.
    case none
    /// A leaf.
    case value(Element)
    /// Items by position.
    case array([NestedItem<Key, Element>])
    /// Items by key.
    case dictionary([Key: NestedItem<Key, Element>])
}

extension NestedItem: Equatable where Element: Equatable {}
extension NestedItem: Sendable where Element: Sendable, Key: Sendable {}

extension NestedItem {
    /// The same tree as plain Swift arrays, dictionaries and values; nil for ``none``.
    public func unwrap() -> Any? {
        switch self {
        case .none: nil
        case .value(let element): element
        case .array(let items): items.map { $0.unwrap() }
        case .dictionary(let items): items.mapValues { $0.unwrap() }
        }
    }

    /// The tree with each leaf transformed.
    public func mapValues<Result>(
        _ transform: (Element) throws -> Result
    ) rethrows -> NestedItem<Key, Result> {
        try compactMapValues { try transform($0) }
    }

    /// The tree with each leaf transformed; leaves that become nil are ``none``.
    public func compactMapValues<Result>(
        _ transform: (Element) throws -> Result?
    ) rethrows -> NestedItem<Key, Result> {
        switch self {
        case .none:
            .none
        case .value(let element):
            try transform(element).map { .value($0) } ?? .none
        case .array(let items):
            try .array(items.map { try $0.compactMapValues(transform) })
        case .dictionary(let items):
            try .dictionary(items.mapValues { try $0.compactMapValues(transform) })
        }
    }

    /// The tree with each leaf transformed, given its path.
    public func mapValues<Result>(
        path: String? = nil, _ transform: (String, Element) throws -> Result
    ) rethrows -> NestedItem<Key, Result> {
        switch self {
        case .none:
            .none
        case .value(let element):
            try .value(transform(path ?? "", element))
        case .array(let items):
            try .array(
                items.enumerated().map {
                    try $1.mapValues(path: Self.joined(path, "\($0)"), transform)
                })
        case .dictionary(let items):
            try .dictionary(
                Dictionary(
                    uniqueKeysWithValues: items.map {
                        ($0, try $1.mapValues(path: Self.joined(path, "\($0)"), transform))
                    }))
        }
    }

    /// The leaves combined from left to right, dictionaries in the order of their keys.
    public func reduce<Result>(
        _ initial: Result, _ reducer: (Result, Element) throws -> Result
    ) rethrows -> Result {
        try flattenedValues().reduce(initial, reducer)
    }

    /// Paths and leaves, dictionaries in the order of their keys.
    ///
    /// - Parameter prefix: put in front of each path, with a `.` between.
    public func flattened(prefix: String? = nil) -> [(String, Element)] {
        var result = [(String, Element)]()
        appendLeaves(path: prefix, to: &result)
        return result
    }

    /// Leaves without their paths, in the order of ``flattened(prefix:)``.
    public func flattenedValues() -> [Element] {
        flattened().map(\.1)
    }

    /// Whether there is no leaf in the tree.
    var hasNoLeaf: Bool {
        switch self {
        case .none: true
        case .value: false
        case .array(let items): items.allSatisfy(\.hasNoLeaf)
        case .dictionary(let items): items.values.allSatisfy(\.hasNoLeaf)
        }
    }

    /// A part that was not given, an index or a key, behind a path.
    static func joined(_ path: String?, _ component: String) -> String {
        guard let path, !path.isEmpty else { return component }
        return component.isEmpty ? path : "\(path).\(component)"
    }

    private func appendLeaves(path: String?, to result: inout [(String, Element)]) {
        switch self {
        case .none:
            break
        case .value(let element):
            result.append((path ?? "", element))
        case .array(let items):
            for (index, item) in items.enumerated() {
                item.appendLeaves(path: Self.joined(path, "\(index)"), to: &result)
            }
        case .dictionary(let items):
            for (key, item) in Self.sorted(items) {
                item.appendLeaves(path: Self.joined(path, key), to: &result)
            }
        }
    }

    /// The entries of a dictionary in the order of their keys' descriptions.
    static func sorted(_ items: [Key: NestedItem]) -> [(key: String, value: NestedItem)] {
        items.map { (String(describing: $0), $1) }.sorted { $0.0 < $1.0 }
    }
}

extension NestedItem where Key == String {
    /// The tree that ``flattened(prefix:)`` gives `tree` for.
    ///
    /// Where every key at a place is a number the place is an array, as in `mlx.utils`, unless the
    /// numbers are so far apart that the array would be mostly holes.
    public static func unflattened(_ tree: some Collection<(String, Element)>) -> NestedItem {
        var root = PathTree<Element>()
        for (path, element) in tree {
            root.insert(element, at: path.split(separator: ".", omittingEmptySubsequences: false))
        }
        return tree.isEmpty ? .dictionary([:]) : root.item
    }
}

extension NestedItem: IndentedDescription {
    /// The tree, one entry a line.
    public func description(indent: Int) -> String {
        let margin = String(repeating: " ", count: indent)
        func block(_ lines: [String]) -> String {
            guard !lines.isEmpty else { return "[]" }
            return "[\n" + lines.map { "\(margin)  \($0)" }.joined(separator: ",\n")
                + "\n\(margin)]"
        }
        return switch self {
        case .none: "none"
        case .value(let element): indentedDescription(element, indent + 2)
        case .array(let items): block(items.map { $0.description(indent: indent + 2) })
        case .dictionary(let items):
            block(Self.sorted(items).map { "\($0): \($1.description(indent: indent + 2))" })
        }
    }
}
