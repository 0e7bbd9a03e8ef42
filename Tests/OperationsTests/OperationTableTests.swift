import Operations
import Testing

@Suite("The operation table")
struct OperationTableTests {
    @Test("The built-in tables load")
    func builtIn() throws {
        let table = try OperationTable.builtIn()
        #expect(table.functions["mlx.core.softmax"] != nil)
        #expect(table.classes["mlx.nn.Linear"]?.isModule == true)
        #expect(table.types["KVCache"]?.isProtocol == true)
        #expect(table.constants["mlx.core.float32"]?.swift == ".float32")
        #expect(table.builtinMethods["array"]?["reshape"]?.python == "mlx.core.reshape")
        #expect(table.builtinAttributes["array"]?["ndim"]?.type == .integer)
    }

    @Test("A row becomes an operation with its spellings")
    func row() throws {
        let table = try OperationTable(
            yaml: [
                (
                    "ops.yml",
                    """
                    functions:
                      sample.scaled:
                        method: scaled
                        parameters: "a: array, factor: float = 2.0"
                        result: "=a"
                        throws: true
                        swift:
                          - { factor: int, swift: "scaledByInteger({a}, {factor})" }
                          - { swift: "scaled({a}[[, by: {factor}]])" }
                    """
                )
            ])
        let operation = try #require(table.functions["sample.scaled"])
        #expect(operation.throwing)
        #expect(operation.result == .same(as: "a"))
        #expect(operation.parameter(named: "factor")?.defaultValue == "2.0")
        #expect(operation.swift.map(\.conditions) == [["factor": .integer], [:]])
        #expect(table.builtinMethods["array"]?["scaled"] == operation)
    }

    @Test(
        "A malformed row is an error that names the file and the row",
        arguments: [
            ("functions: { sample.f: { parameters: \"a: [int\", swift: \"f({a})\" } }", "sample.f"),
            ("functions: { sample.f: { result: \"(\", swift: \"f()\" } }", "sample.f"),
            ("functions: { sample.f: { swift: [{ a: int }] } }", "sample.f"),
            ("functions: { sample.f: { parameters: \"a: int\" } }", "sample.f"),
            (
                "classes: { sample.C: { swift: C, call: { parameters: \"x y\", swift: \"\" } } }",
                "sample.C"
            ),
            (
                "classes: { sample.C: { swift: C, attributes: { w: { type: \"[\", swift: w } } } }",
                "sample.C"
            ),
            ("constants: { sample.k: { type: \"{\", swift: k } }", "sample.k"),
            ("attributes: { array: { odd: { type: \"(\", swift: odd } } }", "odd"),
            ("functions: [1, 2]", "functions"),
            ("functions: { a: { swift: \"x\"", "broken.yml"),
        ])
    func malformedRow(_ text: String, _ row: String) throws {
        let error = #expect(throws: TableError.self) {
            try OperationTable(yaml: [("broken.yml", text)])
        }
        let message = try #require(error).description
        #expect(message.hasPrefix("broken.yml: "))
        #expect(message.contains(row))
    }

    @Test("Every argument that a spelling mentions is a parameter of its row")
    func placeholders() throws {
        let table = try OperationTable.builtIn()
        for operation in table.allOperations {
            let known = Set(operation.parameters.map(\.name) + ["self"])
            for form in operation.swift {
                #expect(
                    form.mentioned.subtracting(known) == [], "\(operation.python): \(form.template)"
                )
            }
        }
    }

    @Test("Every required parameter has a place in a spelling, or decides which it is")
    func requiredParameters() throws {
        // A row without a spelling only tells a type: a call of it is refused.
        for operation in try OperationTable.builtIn().allOperations where !operation.swift.isEmpty {
            let required = operation.parameters.filter { $0.defaultValue == nil && !$0.isVariadic }
            for parameter in required {
                let isUsed = operation.swift.contains { form in
                    form.mentioned.contains(parameter.name)
                        || form.conditions[parameter.name] != nil
                }
                #expect(isUsed, "\(operation.python): \(parameter.name)")
            }
        }
    }

    @Test("A type that a row names is in the table")
    func knownTypes() throws {
        let table = try OperationTable.builtIn()
        for operation in table.allOperations {
            for type in operation.parameters.map(\.type) {
                guard case .library(let name) = type.unwrapped else { continue }
                #expect(table.types[name] != nil, "\(operation.python): \(name)")
            }
        }
    }
}

extension OperationTable {
    /// The signatures of all functions, methods, initialisers and calls.
    var allOperations: [Operations.Operation] {
        let ofClasses = types.values.flatMap { row in
            [row.initializer, row.call].compactMap { $0 } + row.methods.values
        }
        let all = Array(functions.values) + ofClasses + builtinMethods.values.flatMap(\.values)
        return all.flatMap(\.signatures)
    }
}

extension SwiftForm {
    /// The parameters that the spelling has a place for.
    var mentioned: Set<String> {
        Set(template.matches(of: #/\{(\w+)(?:\.\w+)*(?:[:=][^}]*)?\}/#).map { String($0.1) })
    }
}
