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
            let type = assignments.reduce(PythonType.unknown) { type, assignment in
                if let joined = type.joined(with: assignment.type) { return joined }
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

    /// One step into a block: which statement, which of its branches.
    struct Step: Hashable {
        let statement: Int
        let branch: Int
    }

    struct Mention {
        let name: String
        let path: [Step]
        let type: PythonType
        let isInLoop: Bool
        /// The place among all mentions, in the order of the source.
        let order: Int
        /// The local for whose value alone it is read.
        let given: String?
    }

    private struct Collector {
        /// Attributes that nothing reads: what is assigned to them is not evaluated.
        let unusedAttributes: Set<String>
        let parameters: Set<String>
        let isValue: (PythonType) -> Bool
        var assignments: [Mention] = []
        var reads: [Mention] = []
        /// How often a local alone is the test of an `if`.
        var tests: [String: Int] = [:]
        var mutated: Set<String> = []
        /// The bodies of the loops over a name.
        var loops: [String: [[Step]]] = [:]
        private var statements: [[Step]: [TypedStatement]] = [:]
        private var loopDepth = 0
        private var loopBodies: [[Step]] = []
        private var count = 0

        /// The local that is all that the statement at hand gives a value, without any effect.
        private var given: String?

        init(
            unusedAttributes: Set<String>, parameters: Set<String>,
            isValue: @escaping (PythonType) -> Bool
        ) {
            self.unusedAttributes = unusedAttributes
            self.parameters = parameters
            self.isValue = isValue
        }

        /// What is read for more than the value of a local that itself is not read.
        var readNames: Set<String> {
            var names: Set<String> = []
            while true {
                let reached = reads.filter { $0.given.map(names.contains) ?? true }.map(\.name)
                if names.isSuperset(of: reached) { return names }
                names.formUnion(reached)
            }
        }

        /// The block with the outermost loop in which a block lies; `nil` if it is in none.
        func outermostLoop(around block: [Step]) -> [Step]? {
            loopBodies.filter { block.starts(with: $0) }.min { $0.count < $1.count }
                .map { Array($0.dropLast()) }
        }

        /// The statement of the block at `depth` through which a path goes.
        func statement(at path: [Step], depth: Int) -> TypedStatement? {
            let block = Array(path.prefix(depth))
            guard depth < path.count, let list = statements[block] else { return nil }
            return list[path[depth].statement]
        }

        /// Whether the `if` through which the first assignment's path goes assigns in both branches.
        func coversAllBranches(_ name: String, _ path: [Step], _ depth: Int) -> Bool {
            switch statement(at: path, depth: depth)?.kind {
            case .if(_, let then, let otherwise):
                return then.assigns(name) && otherwise.assigns(name)
            case .try(let body, let handlers):
                return body.assigns(name) && handlers.allSatisfy { $0.body.assigns(name) }
            default: return false
            }
        }

        mutating func visit(_ block: [TypedStatement], path: [Step]) {
            statements[path] = block
            for (index, statement) in block.enumerated() {
                visit(statement, index: index, path: path)
            }
        }

        private mutating func visit(_ statement: TypedStatement, index: Int, path: [Step]) {
            func inner(_ branch: Int) -> [Step] { path + [Step(statement: index, branch: branch)] }
            switch statement.kind {
            case .expression(let value), .assert(let value, _):
                read(value, path)
            case .assign(let targets, let value):
                if targets.count == 1, case .local(let name, _) = targets[0],
                    !parameters.contains(name), !value.hasEffects
                {
                    given = name
                }
                if !targets.allSatisfy({ $0.isAttribute(in: unusedAttributes) }) {
                    read(value, path)
                }
                given = nil
                for target in targets { assign(target, path) }
            case .augmentedAssign(let target, _, let value):
                read(value, path)
                for name in target.localNames { reads.append(mention(name, path)) }
                assign(target, path)
            case .return(let value):
                if let value { read(value, path) }
            case .raise(_, let message):
                if let message { read(message, path) }
            case .if(let test, let then, let otherwise):
                read(test, path)
                if case .local(let name) = test.kind { tests[name, default: 0] += 1 }
                visit(then, path: inner(0))
                visit(otherwise, path: inner(1))
            case .for(let target, let iterable, let body):
                read(iterable, path)
                for name in target.localNames { loops[name, default: []].append(inner(0)) }
                visitLoop(body, path: inner(0))
            case .while(let test, let body):
                read(test, path)
                visitLoop(body, path: inner(0))
            case .try(let body, let handlers):
                visit(body, path: inner(0))
                for (branch, handler) in handlers.enumerated() {
                    visit(handler.body, path: inner(branch + 1))
                }
            case .function(let function):
                for name in function.freeLocals { reads.append(mention(name, path)) }
            case .break, .continue:
                break
            }
        }

        private mutating func visitLoop(_ body: [TypedStatement], path: [Step]) {
            loopBodies.append(path)
            loopDepth += 1
            visit(body, path: path)
            loopDepth -= 1
        }

        private mutating func mention(
            _ name: String, _ path: [Step], _ type: PythonType = .unknown
        ) -> Mention {
            count += 1
            return Mention(
                name: name, path: path, type: type, isInLoop: loopDepth > 0, order: count,
                given: given)
        }

        private mutating func assign(_ target: TypedTarget, _ path: [Step]) {
            switch target {
            case .local(let name, let type): assignments.append(mention(name, path, type))
            case .tuple(let targets): for target in targets { assign(target, path) }
            case .member(let base, _, _), .libraryMember(let base, _, _):
                if isValue(base.type), let name = base.rootLocal { mutated.insert(name) }
                read(base, path)
            case .element(let base, let index):
                if let name = base.changedLocal { mutated.insert(name) }
                read(base, path)
                read(index, path)
            case .sliced(let base, let indices):
                read(base, path)
                for value in indices.flatMap(\.expressions) { read(value, path) }
            case .attribute: break
            }
        }

        private mutating func read(_ expression: TypedExpression, _ path: [Step]) {
            for name in expression.readLocals { reads.append(mention(name, path)) }
            mutated.formUnion(expression.changedLocals)
        }
    }
}

extension [TypedStatement] {
    /// Whether some statement of the block itself assigns the local.
    fileprivate func assigns(_ name: String) -> Bool {
        endsFlow
            || contains { statement in
                switch statement.kind {
                case .assign(let targets, _): targets.contains { $0.localNames.contains(name) }
                case .if(_, let then, let otherwise): then.assigns(name) && otherwise.assigns(name)
                case .try(let body, let handlers):
                    body.assigns(name) && handlers.allSatisfy { $0.body.assigns(name) }
                default: false
                }
            }
    }
}

extension TypedExpression {
    /// The local that changes with an element of the expression: `rows` for `rows[i][j] = x`.
    fileprivate var changedLocal: String? {
        guard !type.isReference else { return nil }
        switch kind {
        case .local(let name): return name
        case .element(let base, _): return base.changedLocal
        default: return nil
        }
    }

    /// The local of which the expression is an attribute, or an attribute of one.
    fileprivate var rootLocal: String? {
        switch kind {
        case .local(let name): name
        case .attribute(let base, _): base.rootLocal
        default: nil
        }
    }

    /// Locals whose list or dictionary a call inside changes in place.
    fileprivate var changedLocals: Set<String> {
        var names = children.reduce(into: Set<String>()) { $0.formUnion($1.changedLocals) }
        if case .call(let call) = kind, let changed = call.changedArgument {
            // What is in a list changes with it.
            if case .local(let local) = changed.kind {
                names.insert(local)
            } else if changed.type.isList, let local = changed.changedLocal {
                names.insert(local)
            }
        }
        return names
    }
}

extension TypedFunction {
    /// The locals of the function around it that a local function reads.
    var freeLocals: Set<String> {
        body.readLocals.subtracting(parameters.map(\.name)).subtracting(body.assignedNames)
    }
}

extension TypedTarget {
    fileprivate func isAttribute(in names: Set<String>) -> Bool {
        if case .attribute(let name, _) = self { names.contains(name) } else { false }
    }
}

extension TypedStatement {
    /// The attributes of `self` that the statement assigns.
    fileprivate var assignedAttributes: [String] {
        guard case .assign(let targets, _) = kind else { return [] }
        return targets.compactMap { if case .attribute(let name, _) = $0 { name } else { nil } }
    }
}

extension [TypedStatement] {
    /// The locals that the block or one inside it reads.
    var readLocals: Set<String> {
        reduce(into: []) { names, statement in
            for expression in statement.expressions { names.formUnion(expression.readLocals) }
            for inner in statement.blocks { names.formUnion(inner.readLocals) }
            if case .function(let function) = statement.kind {
                names.formUnion(function.freeLocals)
            }
        }
    }

    /// The locals that the block or one inside it assigns.
    fileprivate var assignedNames: Set<String> {
        reduce(into: []) { names, statement in
            switch statement.kind {
            case .assign(let targets, _): names.formUnion(targets.flatMap(\.localNames))
            case .augmentedAssign(let target, _, _), .for(let target, _, _):
                names.formUnion(target.localNames)
            default: break
            }
            for block in statement.blocks { names.formUnion(block.assignedNames) }
        }
    }
}

extension TypedFunction {
    /// Whether the body adds to or removes from a list or dictionary that an attribute holds.
    func changesInPlace(attribute: String) -> Bool {
        body.contains { $0.changesInPlace("self.\(attribute)") }
    }
}

extension TypedCall {
    /// The list or dictionary that the call changes in place.
    var changedArgument: TypedExpression? {
        switch callee {
        case .builtin(let name):
            [
                "dict.pop", "json.pop", "dict.setdefault", "json.setdefault", "json.update",
                "dict.update",
                "list.append", "list.extend", "list.pop",
                "set.add",
            ].contains(name)
                ? argument("self") : nil
        case .operation(let operation): operation.changes.flatMap { argument($0) }
        default: nil
        }
    }
}

extension PythonType {
    /// Whether Swift holds values of the type by reference, so that changing one needs no variable.
    var isReference: Bool {
        switch unwrapped {
        case .instance: true
        case .library(let name): name != "RoPEScaling"
        default: false
        }
    }
}
