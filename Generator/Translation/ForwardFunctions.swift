import Analysis

extension TypedFamily {
    /// Functions and methods that a forward pass calls, directly or not, by dotted name: as the
    /// signatures of layers have no `throws`, these cannot throw either.
    var forwardFunctions: Set<String> {
        var found: Set<String> = []
        var open: [TypedFunction] = []
        var functions: [String: TypedFunction] = [:]
        for module in allModules {
            for function in module.functions {
                functions["\(module.parsed.name).\(function.name)"] = function
            }
            for typed in module.classes {
                for method in typed.methods {
                    functions["\(typed.dottedName).\(method.name)"] = method
                    if typed.extendsObject, method.name != "__init__" {
                        // The runtime calls what replaces a method of a cache.
                        found.insert("\(typed.dottedName).\(method.name)")
                        open.append(method)
                    } else if !method.canThrow {
                        open.append(method)
                    }
                }
            }
        }
        // Who calls a function that is passed on as a value is not known.
        let values = functions.values.reduce(into: Set<String>()) {
            $0.formUnion($1.body.functionValues)
        }
        for name in values.subtracting(found).sorted() {
            guard let function = functions[name] else { continue }
            found.insert(name)
            open.append(function)
        }
        while let function = open.popLast() {
            for name in function.body.calledFunctions where !name.hasSuffix(".__init__") {
                guard let callee = functions[name], found.insert(name).inserted else { continue }
                open.append(callee)
            }
        }
        return found
    }

    /// Functions that only classes call for which a component stands in: the component has its own.
    var replacedFunctions: Set<String> {
        var (replaced, needed): (Set<String>, Set<String>) = ([], [])
        for module in allModules {
            for typed in module.classes {
                let called = typed.methods.reduce(into: Set<String>()) {
                    $0.formUnion($1.body.calledFunctions)
                }
                if components[typed.dottedName] == nil {
                    needed.formUnion(called)
                } else {
                    replaced.formUnion(called)
                }
            }
            for function in module.functions { needed.formUnion(function.body.calledFunctions) }
        }
        return replaced.subtracting(needed)
    }
}

extension [TypedStatement] {
    /// The functions and methods of the sources that the block calls, by dotted name.
    fileprivate var calledFunctions: Set<String> {
        reduce(into: []) { names, statement in
            for expression in statement.expressions { names.formUnion(expression.calledFunctions) }
            for block in statement.blocks { names.formUnion(block.calledFunctions) }
            if case .function(let function) = statement.kind {
                names.formUnion(function.body.calledFunctions)
            }
        }
    }
}

extension [TypedStatement] {
    /// The functions of the sources that the block uses as values, by dotted name.
    fileprivate var functionValues: Set<String> {
        var names: Set<String> = []
        for statement in self {
            _ = statement.contains { expression in
                if case .functionValue(let name) = expression.kind { names.insert(name) }
                return false
            }
        }
        return names
    }
}

extension TypedExpression {
    fileprivate var calledFunctions: Set<String> {
        var names = children.reduce(into: Set<String>()) { $0.formUnion($1.calledFunctions) }
        if case .functionValue(let name) = kind { names.insert(name) }
        if case .call(let call) = kind {
            switch call.callee {
            case .function(let name): names.insert(name)
            case .method(_, let className, let name): names.insert("\(className).\(name)")
            default: break
            }
        }
        return names
    }
}
