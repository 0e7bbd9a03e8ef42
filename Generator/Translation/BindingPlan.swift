import Analysis
import Operations

/// Where each local of a function is declared, and whether it changes.
///
/// Python declares by assigning; Swift needs the declaration in a block that encloses every use.
struct BindingPlan {
    struct Local {
        var isMutable: Bool
        /// The span of the statement before which a declaration has to stand, because its first
        /// assignment is in an inner block and uses are outside; `nil` to declare where it is assigned.
        var hoistedBefore: TypedStatement?
        var type: PythonType
        /// Two types of what it is set to that no type of Swift's holds both.
        var conflict: [PythonType]
        /// Whether every path to a use assigns it first, as far as structure shows.
        var isAlwaysAssigned: Bool
    }

    private(set) var locals: [String: Local] = [:]
    /// Parameters that the body assigns.
    private(set) var reassignedParameters: Set<String> = []
    /// Names whose list or dictionary the body changes in place.
    private(set) var mutatedNames: Set<String> = []
    /// Names that some expression reads.
    private(set) var readNames: Set<String> = []
    /// Those of them that are nothing but whole tests of an `if`.
    let testNames: Set<String>
    /// Loop variables that are also used outside of their loops.
    private(set) var leakingNames: Set<String> = []

    /// - Parameters:
    ///   - isValue: whether Swift holds instances of a type by value.
    ///   - leavesOut: whether what is assigned to an attribute is not emitted.
    init(
        _ function: TypedFunction, isValue: @escaping (PythonType) -> Bool,
        leavesOut: (String) -> Bool
    ) {
        let unused = Set(
            function.body.flatMap(\.assignedAttributes).filter { name in
                leavesOut(name)
                    && !function.body.contains { $0.contains { $0.path == "self.\(name)" } }
            })
        // What is always None is no parameter in Swift.
        let given = function.parameters.filter { $0.type != .none }
        var collector = Collector(
            unusedAttributes: unused, parameters: Set(given.map(\.name)), isValue: isValue)
        collector.visit(function.body, path: [])
        let parameters = Set(function.parameters.map(\.name))
        readNames = collector.readNames
        let reads = Dictionary(grouping: collector.reads, by: \.name)
        testNames = Set(reads.keys.filter { reads[$0]?.count == collector.tests[$0] })
        mutatedNames = collector.mutated
        leakingNames = Self.leaking(collector)
        for (name, assignments) in Dictionary(grouping: collector.assignments, by: \.name) {
            if parameters.contains(name) {
                reassignedParameters.insert(name)
                continue
            }
            let reads = collector.reads.filter { $0.name == name }
            if let loops = collector.loops[name] {
                // The loop declares it.
                let mentions = assignments + reads
                let areInside = mentions.allSatisfy { mention in
                    loops.contains { mention.path.starts(with: $0) }
                }
                if areInside { continue }
            }
            let paths = (assignments + reads).map(\.path)
            var block = paths.dropFirst().reduce(paths[0]) { Self.commonBlock($0, $1) }
            let first = assignments[0]
            let isCarried =
                reads.contains { $0.order < first.order }
                || first.path.count > block.count
                    && !collector.coversAllBranches(name, first.path, block.count)
            if isCarried, let loop = collector.outermostLoop(around: block) {
                // What one turn of the loop leaves, the next one finds.
                block = loop
            }
            var conflict: [PythonType] = []
            // A list of a file's values is made of what the other assignments hold.
            let holdsPlainList = assignments.contains { $0.type.isPlainList }
            let telling = assignments.filter { !(holdsPlainList && $0.isListedJSON) }
            let type = telling.reduce(PythonType.unknown) { type, assignment in
                if let joined = type.joined(with: assignment.type) { return joined }
                if let json = type.holdingLists(besides: assignment.type) { return json }
                // A number of a JSON file is converted where it is assigned.
                if type.unwrapped != .json, assignment.type.unwrapped != .json {
                    conflict = [type, assignment.type]
                }
                return type
            }
            let declaresHere = first.path.count == block.count
            let branches = assignments.filter { $0.path.count > block.count }
            locals[name] = Local(
                isMutable: collector.mutated.contains(name)
                    || (declaresHere
                        ? assignments.count > 1
                        : branches.count < assignments.count || !Self.areExclusive(branches)),
                hoistedBefore: declaresHere
                    ? nil : collector.statement(at: first.path, depth: block.count),
                type: type, conflict: conflict,
                isAlwaysAssigned: declaresHere
                    || collector.coversAllBranches(name, first.path, block.count))
        }
    }

    /// Notes that the translation reads a local that the source only assigns.
    mutating func noteRead(_ name: String) { readNames.insert(name) }

    /// Notes that the translation does not read a local.
    mutating func noteUnread(_ name: String) { readNames.remove(name) }

    /// Loop variables that something outside of every loop over them mentions.
    private static func leaking(_ collector: Collector) -> Set<String> {
        let outside = collector.loops.filter { name, loops in
            name != "_"
                && (collector.reads + collector.assignments).contains { mention in
                    mention.name == name && !loops.contains { mention.path.starts(with: $0) }
                }
        }
        return Set(outside.keys)
    }

    /// The longest common prefix: the innermost block that encloses both places.
    private static func commonBlock(_ left: [Step], _ right: [Step]) -> [Step] {
        Array(zip(left, right).prefix { $0 == $1 }.map(\.0))
    }

    /// Whether assignments are in different branches of one `if`, so that each path has only one.
    private static func areExclusive(_ assignments: [Mention]) -> Bool {
        let branches = Set(assignments.compactMap(\.path.last))
        return branches.count == assignments.count && !assignments.contains(where: \.isInLoop)
            && Set(branches.map(\.statement)).count == 1
            && Set(assignments.map { $0.path.dropLast() }).count == 1
            && Set(assignments.map { $0.path.last?.statement }).count == 1
    }
}

extension TypedStatement {
    /// The attributes of `self` that the statement assigns.
    fileprivate var assignedAttributes: [String] {
        guard case .assign(let targets, _) = kind else { return [] }
        return targets.compactMap { if case .attribute(let name, _) = $0 { name } else { nil } }
    }
}

extension TypedFunction {
    /// Whether the body adds to or removes from a list or dictionary that an attribute holds.
    func changesInPlace(attribute: String) -> Bool {
        body.contains { $0.changesInPlace("self.\(attribute)") }
    }
}

extension PythonType {
    /// The type that holds lists beside the values of a JSON file, `nil` where there are none of the one or the other.
    fileprivate func holdingLists(besides other: PythonType) -> PythonType? {
        for (list, json) in [(self, other), (other, self)] where json.unwrapped == .json {
            guard case .list(let element) = list.unwrapped,
                [.integer, .float, .string, .boolean, .json].contains(element)
            else { continue }
            return list.isOptional || json.isOptional ? .optional(.json) : .json
        }
        return nil
    }
}
