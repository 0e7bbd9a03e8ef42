import PythonSyntax

/// Lists and dictionaries that a function changes under one name and reads under another.
///
/// Swift's are values: the other name would keep what was there before.
extension ChangedParameters {
    /// The changes that another holder would not see, by the function in which they stand.
    var sharedContainers: [(function: String, problem: FunctionProblem)] {
        flows.sorted { $0.key < $1.key }.flatMap { name, flow in
            flow.changed.compactMap { change in
                flow.holder(besides: change).map { problem(with: change, heldBy: $0) }
            }
            .sorted { ($0.span.line, $0.span.column) < ($1.span.line, $1.span.column) }
            .map { (name, $0) }
        }
    }

    private func problem(with change: ChangedContainer, heldBy other: String) -> FunctionProblem {
        FunctionProblem(
            construct: "change of '\(change.path?.withoutSplitMark ?? "an element")'",
            span: change.span,
            message: "changes what '\(other.withoutSplitMark)' holds as well",
            hint: "lists and dictionaries are values in Swift: use one name for it")
    }
}

extension ContainerFlow {
    /// What holds the container beside the name under which it is changed: a local that is read later, or an
    /// attribute that is not set again.
    fileprivate func holder(besides change: ChangedContainer) -> String? {
        let attributes = change.origins.compactMap(\.attribute).filter { path in
            path != change.path && stored[path].map { $0.line > change.span.line } != true
        }
        return (attributes + change.readers).min()
    }
}
