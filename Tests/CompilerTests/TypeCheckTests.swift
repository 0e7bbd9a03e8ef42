import Foundation
import Operations
import Testing

@testable import Compiler

@Suite("Inferred types against the types of a run")
struct TypeCheckTests {
    private func check(_ observations: String) throws -> TypeCheck {
        try checkTypes(
            of: compileLlama().analysis.family,
            against: JSONDecoder().decode([TypeObservation].self, from: Data(observations.utf8)),
            table: .builtIn())
    }

    private func observation(
        _ scope: String, _ role: String, _ name: String, line: Int = 44, _ types: String
    ) -> String {
        """
        {"module": "mlx_vlm.models.llama.language", "scope": "\(scope)", "line": \(line),
         "column": 9, "role": "\(role)", "name": "\(name)", "types": \(types)}
        """
    }

    @Test("Values of the inferred types are confirmed")
    func confirmed() throws {
        let mask = observation(
            "Attention.__call__", "parameter", "mask", #"["array", "str", "none"]"#)
        let scale = observation("Attention.__init__", "attribute", "scale", #"["float"]"#)
        let rows = observation("Attention.__call__", "local", "B", line: 48, #"["int"]"#)
        let result = observation("Attention.__call__", "result", "", #"["array"]"#)
        let found = try check("[\(mask), \(scale), \(rows), \(result)]")
        #expect(found.confirmed == 4)
        #expect(found.contradictions.isEmpty)
    }

    @Test(
        "A value of another type is a contradiction that names the place, the type and the value",
        arguments: [
            (
                "parameter", "x", 44, #"["none"]"#,
                "'x' of Attention.__call__ is inferred as array, the run showed None"
            ),
            (
                "local", "B", 48, #"["array"]"#,
                "'B' of Attention.__call__ is inferred as int, the run showed array"
            ),
            (
                "result", "", 44, #"[{"tuple": ["array", "int"]}]"#,
                "the result of Attention.__call__ is inferred as array, the run showed (array, int)"
            ),
            (
                "parameter", "cache", 46,
                #"[{"object": ["mlx.nn.layers.linear.Linear", "mlx.nn.layers.base.Module"]}]"#,
                "the run showed mlx.nn.layers.linear.Linear"
            ),
        ])
    func contradicted(role: String, name: String, line: Int, types: String, message: String) throws
    {
        let found = try check(
            "[\(observation("Attention.__call__", role, name, line: line, types))]")
        #expect(found.confirmed == 0)
        let text = try #require(found.contradictions.first).description
        #expect(text.hasPrefix("language.py:\(line):9: "))
        #expect(text.hasSuffix(message))
    }

    @Test("Functions that inference never reached are not counted")
    func unreached() throws {
        let found = try check(
            "[\(observation("Model.shard", "local", "N", line: 195, #"["str"]"#))]")
        #expect(found.confirmed == 0 && found.unknown == 0 && found.contradictions.isEmpty)
    }

    @Test(
        "A type holds what Python takes for it",
        arguments: [
            (.float, .word("int"), true), (.integer, .word("float"), false),
            (.optional(.integer), .word("none"), true), (.integer, .word("none"), false),
            (.list(.integer), .tuple([.word("int"), .word("int")]), true),
            (.list(.integer), .list([.word("int"), .word("float")]), false),
            (.tuple([.array, .array]), .tuple([.word("array")]), false),
            (
                .dictionary(key: .string, value: .array),
                .dictionary(keys: [.word("str")], values: [.word("array")]), true
            ),
            (.library("Linear"), .object(["mlx.nn.layers.linear.Linear"]), true),
            (.library("Linear"), .object(["mlx.nn.layers.embedding.Embedding"]), false),
            (.library("KVCache"), .object(["mlx_vlm.models.cache.RotatingKVCache"]), true),
            (.library("RoPEScaling"), .dictionary(keys: [.word("str")], values: []), true),
            (.json, .word("str"), true),
        ] as [(PythonType, ObservedType, Bool)])
    func holds(type: PythonType, seen: ObservedType, expected: Bool) throws {
        #expect(type.holds(seen, table: try .builtIn()) == expected)
    }
}
