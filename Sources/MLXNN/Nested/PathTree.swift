/// Values by path while a ``NestedItem`` is put together.
struct PathTree<Element> {
    private var element: Element?
    private var children = [String: PathTree]()

    /// Puts a value at a path; of two at the same path the last one stays.
    mutating func insert(_ element: Element, at path: some Collection<Substring>) {
        guard let first = path.first, !(path.count == 1 && first.isEmpty) else {
            self.element = element
            return
        }
        children[String(first), default: PathTree()].insert(element, at: path.dropFirst())
    }

    /// The tree as nested arrays and dictionaries.
    ///
    /// A place that has both a value and children, which no module can have, keeps the value under
    /// the empty key, so that a comparison with a module reports it.
    var item: NestedItem<String, Element> {
        if children.isEmpty { return element.map { .value($0) } ?? .none }
        if element == nil, let count = arrayCount {
            var items = [NestedItem<String, Element>](repeating: .none, count: count)
            for (key, child) in children { items[Int(key) ?? 0] = child.item }
            return .array(items)
        }
        var items = children.mapValues(\.item)
        if let element { items[""] = .value(element) }
        return .dictionary(items)
    }

    /// How long the array would be whose indices the keys are; nil if they are not indices.
    private var arrayCount: Int? {
        var highest = -1
        for key in children.keys {
            guard let index = Int(key), index >= 0, String(index) == key else { return nil }
            highest = max(highest, index)
        }
        return highest < 16 * children.count + 1024 ? highest + 1 : nil
    }
}
