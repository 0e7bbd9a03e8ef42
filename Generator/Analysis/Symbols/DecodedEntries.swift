import Operations
import PythonSyntax

extension Program {
    /// Whether a method makes a configuration of the dictionary that a file has for it.
    func isDecoding(_ function: FunctionInfo) -> Bool {
        function.definition.name == "from_dict"
            && function.owner.flatMap(classInfo)?.kind == .dataclass
    }

    /// Turns a configuration's `from_dict(cls, params)` into a function of the dictionary alone, which gives
    /// the dictionary whose entries are the configuration's fields: Swift decodes them from that one.
    ///
    /// Parts of the configuration stay dictionaries, which are decoded as what their fields are.
    ///
    /// - Returns: whether it is another dictionary than the method is given.
    func resolveEntries(of function: FunctionInfo) -> Bool {
        let all = function.definition.parameters.all
        guard !function.isStatic, all.count == 2, let owner = function.owner.flatMap(classInfo)
        else { return true }
        var resolver = EntriesResolver(
            program: self, owner: owner, module: function.moduleName, receiver: all[0].name,
            parameter: all[1].name)
        resolver.extendsDecoding =
            function.definingClass.flatMap(classInfo)?.bases.contains { base in
                base.methods["from_dict"].map(changesEntries) == true
            } ?? false
        let source = function.definition.body
        let (body, lost) = withoutReloadedParts(
            resolver.resolved(source.withoutDocstring), source, all[1].name, of: owner)
        guard !body.givesParameter(all[1].name) else { return false }
        function.problems = resolver.problems + aliasProblems(source, all[1].name) + lost
        function.replaceDefinition(
            FunctionDefinition(
                name: function.definition.name,
                parameters: Parameters([
                    Parameter(
                        name: all[1].name, kind: all[1].kind,
                        annotation: Expression(.name("dict")), defaultValue: nil)
                ]),
                returns: nil, body: body, decorators: [Expression(.name("staticmethod"))]))
        function.declaredResult = .json
        return true
    }

    /// Whether a configuration's `from_dict(cls, params)` does more than leaving out what is no field.
    private func changesEntries(_ function: FunctionInfo) -> Bool {
        let all = function.definition.parameters.all
        guard !function.isStatic, all.count == 2,
            let owner = function.definingClass.flatMap(classInfo)
        else { return true }
        var resolver = EntriesResolver(
            program: self, owner: owner, module: function.moduleName, receiver: all[0].name,
            parameter: all[1].name)
        let body = resolver.resolved(function.definition.body.withoutDocstring)
        return !body.givesParameter(all[1].name)
    }
}
