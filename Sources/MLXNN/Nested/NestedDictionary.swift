/// A ``NestedItem`` whose top level is a dictionary.
public struct NestedDictionary<Key: Hashable, Element> {
    var contents: [Key: NestedItem<Key, Element>]

    /// An empty dictionary.
    public init() {
        contents = [:]
    }

    /// A dictionary of the given items.
    public init(values: [Key: NestedItem<Key, Element>]) {
        contents = values
    }

    /// The dictionary that `item` holds; empty if it holds something else.
    public init(item: NestedItem<Key, Element>) {
        if case .dictionary(let values) = item {
            contents = values
        } else {
            contents = [:]
        }
    }

    /// The item of a key.
    public subscript(key: Key) -> NestedItem<Key, Element>? {
        get { contents[key] }
        set { contents[key] = newValue }
    }

    /// The value of a key that holds a leaf; nil for structure and for an unknown key.
    public subscript(unwrapping key: Key) -> Element? {
        get { if case .value(let value) = contents[key] { value } else { nil } }
        set { contents[key] = newValue.map { .value($0) } }
    }

    /// The keys of the top level.
    public var keys: Dictionary<Key, NestedItem<Key, Element>>.Keys { contents.keys }
    /// The items of the top level.
    public var values: Dictionary<Key, NestedItem<Key, Element>>.Values { contents.values }

    /// The dictionary as an item.
    public func asItem() -> NestedItem<Key, Element> {
        .dictionary(contents)
    }

    /// The same tree as plain Swift arrays, dictionaries and values.
    public func asDictionary() -> [Key: Any?] {
        contents.mapValues { $0.unwrap() }
    }

    /// The tree with each leaf transformed.
    public func mapValues<Result>(
        transform: (Element) throws -> Result
    ) rethrows -> NestedDictionary<Key, Result> {
        NestedDictionary<Key, Result>(item: try asItem().mapValues(transform))
    }

    /// The tree with each leaf transformed; leaves that become nil are left out.
    public func compactMapValues<Result>(
        transform: (Element) throws -> Result?
    ) rethrows -> NestedDictionary<Key, Result> {
        NestedDictionary<Key, Result>(item: try asItem().compactMapValues(transform))
    }

    /// The leaves combined from left to right, in the order of the keys.
    public func reduce<Result>(
        _ initial: Result, _ reducer: (Result, Element) throws -> Result
    ) rethrows -> Result {
        try asItem().reduce(initial, reducer)
    }

    /// Paths and leaves in the order of the keys.
    ///
    /// - Parameter prefix: put in front of each path, with a `.` between.
    public func flattened(prefix: String? = nil) -> [(String, Element)] {
        asItem().flattened(prefix: prefix)
    }

    /// Leaves without their paths, in the order of ``flattened(prefix:)``.
    public func flattenedValues() -> [Element] {
        asItem().flattenedValues()
    }
}

extension NestedDictionary {
    /// The tree with each leaf transformed, given its path.
    public func mapValues<Result>(
        transform: (String, Element) throws -> Result
    ) rethrows -> NestedDictionary<Key, Result> {
        NestedDictionary<Key, Result>(item: try asItem().mapValues(transform))
    }
}

extension NestedDictionary where Key == String {
    /// The tree that ``flattened(prefix:)`` gives `flat` for.
    public static func unflattened(_ flat: some Collection<(String, Element)>) -> Self {
        switch NestedItem.unflattened(flat) {
        case .array(let items):
            Self(
                values: Dictionary(
                    uniqueKeysWithValues: items.enumerated().map { ("\($0)", $1) }))
        case .value(let element):
            Self(values: ["": .value(element)])
        case let item:
            Self(item: item)
        }
    }

    /// The tree of values by path.
    public static func unflattened(_ flat: [String: Element]) -> Self {
        unflattened(flat.map { ($0, $1) })
    }
}

extension NestedDictionary: Equatable where Element: Equatable {}
extension NestedDictionary: Sendable where Element: Sendable, Key: Sendable {}

extension NestedDictionary: CustomStringConvertible {
    /// The tree, one entry a line.
    public var description: String { asItem().description }
}

extension NestedDictionary: Collection {
    /// A key and its item.
    public typealias CollectionElement = Dictionary<Key, NestedItem<Key, Element>>.Element
    /// A position among the keys.
    public typealias Index = Dictionary<Key, NestedItem<Key, Element>>.Index

    /// The first position.
    public var startIndex: Index { contents.startIndex }
    /// The position behind the last one.
    public var endIndex: Index { contents.endIndex }
    /// The key and item at a position.
    public subscript(position: Index) -> CollectionElement {
        contents[position]
    }
    /// The position after another one.
    public func index(after i: Index) -> Index { contents.index(after: i) }
}
