import Testing

@testable import Instrumentation

@Suite("Modules that can be called by themselves")
struct ModulesCalledAloneTests {
    @Test("are those whose call takes arrays, masks, caches and numbers")
    func extensions() {
        let text = modulesCalledAlone(
            in: """
                public final class Attention<C: Configuration>: Module, AttentionLayer {
                    func callAsFunction(
                        _ x: MLXArray, mask: AttentionMask = .none, cache: (any KVCache)? = nil
                    ) -> MLXArray { x }
                }
                """, isPorted: true)
        #expect(
            text == """

                extension Attention: ModuleCalledAlone { public func call(_ given: ModuleArguments) throws -> \
                [MLXArray] { ModuleArguments.arrays(in: try self.callAsFunction(given("x", 0) as MLXArray, mask: \
                given("mask", 1) as AttentionMask, cache: given("cache", 2) as (any KVCache)?)) } }

                """)
    }

    @Test("are named with the types that they are in")
    func nested() {
        let text = modulesCalledAlone(
            in: """
                extension Package {
                    final class A: Module { func callAsFunction(_ x: MLXArray) -> MLXArray { x } }
                }
                """, isPorted: true)
        #expect(text.hasPrefix("\nextension Package.A: ModuleCalledAlone {"))
    }

    @Test(
        "are not layers of layers, what takes something else, and what is called otherwise",
        arguments: [
            "class A: Linear { func callAsFunction(_ x: MLXArray) -> MLXArray { x } }",
            "class A: Module { func callAsFunction(_ inputs: ModelInputs) -> MLXArray { x } }",
            "class A: Module { func run(_ x: MLXArray) -> MLXArray { x } }",
            "struct A { func callAsFunction(_ x: MLXArray) -> MLXArray { x } }",
        ])
    func others(text: String) {
        #expect(modulesCalledAlone(in: text, isPorted: true) == "")
    }

    @Test("need the names of the ported code where they are outside of it")
    func imports() {
        let text = modulesCalledAlone(
            in: "class A: Module { func callAsFunction(_ x: MLXArray) -> MLXArray { x } }",
            isPorted: false)
        #expect(text.contains("import ModelPorted\n"))
    }
}
