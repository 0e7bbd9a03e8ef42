import Analysis
import Operations

extension BindingPlan {
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
        /// Whether it is assigned the list of a file's value, `list(ids)`.
        var isListedJSON = false
    }

    /// Goes through a body and notes where its locals are assigned, read and changed in place.
    struct Collector {
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
                let isListedJSON = value.listedJSON != nil
                for target in targets { assign(target, path, isListedJSON: isListedJSON) }
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

        private mutating func assign(
            _ target: TypedTarget, _ path: [Step], isListedJSON: Bool = false
        ) {
            switch target {
            case .local(let name, let type):
                var assignment = mention(name, path, type)
                assignment.isListedJSON = isListedJSON
                assignments.append(assignment)
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
        guard case .call(let call) = kind else { return names }
        for changed in call.changedArguments {
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

extension TypedTarget {
    fileprivate func isAttribute(in names: Set<String>) -> Bool {
        if case .attribute(let name, _) = self { names.contains(name) } else { false }
    }
}
