import MLX
import MLXNN
import Testing

@Suite("An update")
struct UpdateTests {
    @Test("replaces parameters for all who hold them")
    func parameters() throws {
        let layer = Linear(2, 3)
        let weight = layer.weight
        try layer.update(
            parameters: .unflattened([
                "weight": MLXArray.ones([3, 2]), "bias": MLXArray.zeros([3]),
            ]),
            verify: .all)
        #expect(bytes(weight) == bytes(MLXArray.ones([3, 2])))
        #expect(
            bytes(layer(MLXArray.ones([1, 2])))
                == bytes(MLXArray.full([1, 3], values: MLXArray(2 as Float))))
    }

    @Test("names every missing, unexpected and wrongly shaped parameter at once")
    func allProblems() {
        let model = TinyModel(blocks: 1)
        var weights = Dictionary(uniqueKeysWithValues: model.parameters().flattened())
        weights["embed_tokens.weight"] = nil
        weights["lm_head.bias"] = nil
        weights["layers.0.up_proj.weight"] = MLXArray.zeros([64, 32])
        weights["layers.0.up_proj.scale"] = MLXArray.zeros([1])
        weights["layers.7.norm.weight"] = MLXArray.zeros([64])
        weights["layers.x"] = MLXArray.zeros([64])
        let before = bytes(model.layers[0].up.weight)

        let error = #expect(throws: UpdateError.self) {
            try model.update(parameters: .unflattened(weights), verify: .all)
        }
        #expect(
            error
                == .parameters([
                    ParameterProblem(path: "embed_tokens.weight", kind: .missing),
                    ParameterProblem(path: "lm_head.bias", kind: .missing),
                    ParameterProblem(path: "layers.0.up_proj.scale", kind: .unexpected),
                    ParameterProblem(path: "layers.7.norm.weight", kind: .unexpected),
                    ParameterProblem(path: "layers.x", kind: .unexpected),
                    ParameterProblem(
                        path: "layers.0.up_proj.weight",
                        kind: .wrongShape(expected: [64, 64], actual: [64, 32])),
                ]))
        #expect(bytes(model.layers[0].up.weight) == before, "nothing was replaced")
    }

    @Test("checks no more than it is asked to")
    func partialChecks() throws {
        let model = TinyModel(blocks: 1)
        let head = ModuleParameters.unflattened(["lm_head.bias": MLXArray.ones([64])])
        try model.update(parameters: head, verify: [.noUnusedKeys, .shapeMismatch])
        #expect(model.head?.bias.map(bytes) == bytes(MLXArray.ones([64])))
        model.update(parameters: .unflattened(["unknown.path": MLXArray(1)]))
        try model.update(
            parameters: .unflattened(["lm_head.bias": MLXArray.ones([2])]), verify: .none)
        #expect(model.head?.bias?.shape == [2])
    }

    @Test("lets a module do without a parameter")
    func updateMissing() throws {
        final class Tolerant: Module {
            let kept = MLXArray(1)
            let required = MLXArray(2)
            override func updateMissing(
                parameter: String, verify: VerifyUpdate, path: [String], modulePath: [String]
            ) throws {
                if parameter != "kept" {
                    try super.updateMissing(
                        parameter: parameter, verify: verify, path: path, modulePath: modulePath)
                }
            }
        }
        let module = Tolerant()
        try module.update(
            parameters: .unflattened(["required": MLXArray(3)]), verify: .all)
        #expect(
            throws: UpdateError.parameters([ParameterProblem(path: "required", kind: .missing)])
        ) { try module.update(parameters: ModuleParameters(), verify: .all) }
    }

    @Test("replaces modules in properties, lists, tuples and dictionaries")
    func modules() throws {
        final class Nest: Module {
            @ModuleInfo var single = Linear(2, 2)
            @ModuleInfo var list: [any UnaryLayer] = [Linear(2, 2), ReLU(), Linear(2, 2)]
            @ModuleInfo var pair = (Linear(2, 2), RMSNorm(dimensions: 2))
            @ModuleInfo var named: [String: Linear] = ["a": Linear(2, 2), "b": Linear(2, 2)]
            let block = TinyModel.Block()
        }
        let nest = Nest()
        let new = (0..<5).map { _ in Linear(2, 2, bias: false) }
        try nest.update(
            modules: .unflattened([
                "single": new[0], "list.2": new[1], "pair.0": new[2], "named.b": new[3],
                "block.norm": new[4],
            ]), verify: .all)
        #expect(nest.single === new[0])
        #expect(nest.list[2] === new[1])
        #expect(nest.list[1] is ReLU)
        #expect(nest.pair.0 === new[2])
        #expect(nest.named["b"] === new[3])
        #expect(nest.named["a"] !== new[3])
        #expect(nest.block.norm === new[4])
    }

    @Test("says why a module cannot be replaced")
    func refusedModules() {
        final class Plain: Module {
            let layer = Linear(2, 2)
            @ModuleInfo var typed = Linear(2, 2)
        }
        let module = Plain()
        #expect(
            throws: UpdateError.needModuleInfo(
                "Plain.layer cannot be replaced: the property needs @ModuleInfo")
        ) { try module.update(modules: .unflattened(["layer": Linear(2, 2)]), verify: .all) }
        #expect(
            throws: UpdateError.needModuleInfo(
                "Plain.typed is a Linear and cannot be replaced by a RMSNorm")
        ) {
            try module.update(
                modules: .unflattened(["typed": RMSNorm(dimensions: 2)]), verify: .all)
        }
        #expect(
            throws: UpdateError.unhandledKeys(path: [], modules: ["Plain"], keys: ["other"])
        ) { try module.update(modules: .unflattened(["other": Linear(2, 2)]), verify: .all) }
    }
}
