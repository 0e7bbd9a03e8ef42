import Compiler
import CompilerTestSupport
import Operations
import Testing

@Suite("Rows against the installed engine")
struct OperationCheckTests {
    private static let engine = Result {
        try EngineSignatures(sitePackages: Repository.sitePackages())
    }

    private func mismatches(_ yaml: String) throws -> [String] {
        let table = try OperationTable(yaml: [("rows.yml", yaml)])
        return try table.check(against: Self.engine.get()).mismatches.map(\.description)
    }

    @Test("The built-in rows contradict nothing")
    func builtIn() throws {
        let found = try OperationTable.builtIn().check(against: Self.engine.get())
        #expect(found.mismatches.isEmpty, "\(found.mismatches)")
    }

    @Test(
        "Each way to be wrong is named",
        arguments: [
            (
                "functions: { mlx.core.no_such: { parameters: \"a: array\", swift: \"f({a})\" } }",
                "mlx.core.no_such: is not declared by the engine"
            ),
            (
                "functions: { mlx.core.tril: { parameters: \"x: array, k: int = 1\", swift: \"tril({x})\" } }",
                "mlx.core.tril: 'k' has the default 0 in the engine, 1 in the row"
            ),
            (
                "functions: { mlx.core.tril: { parameters: \"x: array\", swift: \"tril({x})\" } }",
                "mlx.core.tril: the row lacks the parameter 'k'"
            ),
            (
                "functions: { mlx.core.tril: { parameters: \"y: array, k: int = 0\", swift: \"tril({y})\" } }",
                "mlx.core.tril: the engine has no parameter 'y'"
            ),
            (
                "functions: { mlx.core.tril: { parameters: \"x: str, k: int = 0\", swift: \"tril({x})\" } }",
                "mlx.core.tril: 'x' takes no str in the engine"
            ),
            (
                "functions: { mlx.core.softmax: { parameters: \"a: array, axis: int? = None, precise: bool = False\", swift: \"f({a})\" } }",
                "mlx.core.softmax: 'precise' is keyword-only in the engine"
            ),
            (
                "functions: { mlx.core.take: { parameters: \"indices: array, a: array, axis: int? = None\", swift: \"f({a})\" } }",
                "mlx.core.take: the engine's order of parameters is a, indices, axis"
            ),
            (
                "constants: { mlx.core.float8: { type: dtype, swift: .float8 } }",
                "mlx.core.float8: is not declared by the engine"
            ),
            (
                "methods: { array: { grow: { parameters: \"self: array\", swift: \"{self}\" } } }",
                "array.grow: arrays have no such method"
            ),
            (
                "attributes: { array: { colour: { type: int, swift: colour } } }",
                "array.colour: arrays have no such property"
            ),
            (
                "classes: { mlx.nn.Linear: { swift: Linear, init: { parameters: \"input_dims: int, output_dims: int\", swift: \"Linear()\" } } }",
                "mlx.nn.Linear: the row lacks the parameter 'bias'"
            ),
            (
                "classes: { mlx.nn.SiLU: { swift: SiLU, init: { parameters: \"x: int\", swift: \"SiLU()\" } } }",
                "mlx.nn.SiLU: the engine has no parameter 'x'"
            ),
        ])
    func wrongRow(_ yaml: String, _ message: String) throws {
        let found = try mismatches(yaml)
        #expect(found.contains(message), "\(found)")
    }

    @Test("A difference that the row explains is known, not wrong")
    func explained() throws {
        let table = try OperationTable(
            yaml: [
                (
                    "rows.yml",
                    """
                    functions:
                      mlx.core.tril:
                        parameters: "x: array, k: int = 1"
                        differs: { k: "for the test" }
                        swift: "tril({x})"
                    """
                )
            ])
        let found = try table.check(against: Self.engine.get())
        #expect(found.mismatches.isEmpty)
        #expect(found.known.map(\.description) == ["mlx.core.tril: for the test"])
    }
}
