import PythonSyntax

extension [String] {
    /// Up to three names that are spelled most like `name`, nearest first.
    func nearest(to name: String) -> [String] {
        map { ($0, editDistance(name, $0)) }
            .filter { $0.1 <= Swift.max(2, name.count / 2) || $0.0.hasPrefix(name.prefix(4)) }
            .sorted { ($0.1, $0.0) < ($1.1, $1.0) }.prefix(3).map(\.0)
    }
}
