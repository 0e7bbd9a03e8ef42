import MLX
import MLXNN
import Testing

@Suite("A module")
struct ModuleTests {
    @Test("has its arrays as parameters under Python's paths")
    func parameterPaths() {
        let model = TinyModel()
        #expect(
            model.parameters().flattened().map(\.0) == [
                "embed_tokens.weight",
                "layers.0.norm.weight", "layers.0.up_proj.weight",
                "layers.1.norm.weight", "layers.1.up_proj.weight",
                "lm_head.bias", "lm_head.weight",
            ])
    }

    @Test("leaves out what an optional property does not hold")
    func optionals() {
        let model = TinyModel(blocks: 1, tied: true)
        #expect(!model.parameters().keys.contains("lm_head"))
        #expect(!model.parameters().keys.contains("norm"))
        model.head = Linear(64, 64, bias: false)
        #expect(model.parameters().flattened().map(\.0).contains("lm_head.weight"))
    }

    @Test("keeps arrays with a leading underscore out of its parameters but in its state")
    func underscores() {
        let model = TinyModel(blocks: 0, tied: true)
        #expect(model.parameters().flattened().map(\.0) == ["embed_tokens.weight"])
        #expect(model.innerState().count == 2)
    }

    @Test("finds modules and arrays in lists, tuples and dictionaries, through protocols")
    func structure() {
        final class Nest: Module {
            let list: [Module] = [Linear(2, 2), RMSNorm(dimensions: 2)]
            let existentials: [any UnaryLayer] = [Identity(), Linear(2, 3)]
            let optionals: [Linear?] = [nil, Linear(2, 2, bias: false)]
            let pair = (Linear(2, 2, bias: false), 7)
            let named: [String: Module] = ["a": RMSNorm(dimensions: 1)]
            let grid = [[MLXArray(1)], [MLXArray(2), MLXArray(3)]]
            @ParameterInfo(key: "relative_bias") var bias: [MLXArray] = [MLXArray(1)]
            let numbers = [1, 2, 3]
            lazy var late = Linear(1, 1)
        }
        #expect(
            Nest().parameters().flattened().map(\.0) == [
                "existentials.1.bias", "existentials.1.weight",
                "grid.0.0", "grid.1.0", "grid.1.1",
                "list.0.bias", "list.0.weight", "list.1.weight",
                "named.a.weight", "optionals.1.weight", "pair.0.weight", "relative_bias.0",
            ])
    }

    @Test("has the properties of its superclasses")
    func inheritance() {
        class Base: Module {
            let first = MLXArray(1)
        }
        final class Derived: Base {
            @ParameterInfo(key: "second_one") var second = MLXArray(2)
        }
        #expect(Derived().parameters().flattened().map(\.0) == ["first", "second_one"])
    }

    @Test("names its children and the leaves below it")
    func children() {
        let model = TinyModel()
        #expect(
            model.children().flattened().map(\.0) == [
                "embed_tokens", "layers.0", "layers.1", "lm_head",
            ])
        #expect(
            model.leafModules().flattened().map(\.0) == [
                "embed_tokens", "layers.0.norm", "layers.0.up_proj", "layers.1.norm",
                "layers.1.up_proj", "lm_head",
            ])
    }

    @Test("visits modules in Python's order, the last child first")
    func visitingOrder() {
        #expect(
            TinyModel().namedModules().map(\.0) == [
                "", "lm_head", "layers.1", "layers.1.norm", "layers.1.up_proj", "layers.0",
                "layers.0.norm", "layers.0.up_proj", "embed_tokens",
            ])
    }

    @Test("knows the Python path of each module below it")
    func paths() {
        let model = TinyModel()
        let paths = ModulePaths(root: model)
        #expect(paths[model] == "")
        #expect(paths[model.layers[1].up] == "layers.1.up_proj")
        #expect(paths[Identity()] == nil)
    }

    /// A layer that is in the tree twice, under a long name and in a list.
    final class Sharing: Module {
        @ModuleInfo var activation: Tanh
        @ModuleInfo var steps: [Module]

        override init() {
            let activation = Tanh()
            _activation.wrappedValue = activation
            _steps.wrappedValue = [Linear(2, 2), activation]
        }
    }

    @Test("names a module at several places by the shortest path, as Python's recorder does")
    func sharedModule() {
        let model = Sharing()
        #expect(ModulePaths(root: model)[model.activation] == "steps.1")
    }

    @Test("costs nothing to make: initial values are computed when they are needed")
    func lazyInitialValues() {
        // 4 TiB, were it stored.
        let layer = Linear(1 << 20, 1 << 20, bias: false)
        #expect(layer.shape == (1 << 20, 1 << 20))
        #expect(QuantizedLinear(1 << 20, 1 << 20, bias: false).shape == (1 << 20, 1 << 20))
    }

    @Test("freezes and unfreezes parameters")
    func freezing() throws {
        let model = TinyModel(blocks: 1)
        model.freeze(keys: ["weight"])
        #expect(model.trainableParameters().flattened().map(\.0) == ["lm_head.bias"])
        model.unfreeze()
        #expect(
            model.trainableParameters().flattened().count == model.parameters().flattened().count)
        #expect(throws: UpdateError.self) { try model.freeze(keys: ["nothing"], strict: true) }
    }

    @Test("never trains the tracked statistics of a batch norm")
    func statistics() {
        let norm = BatchNorm(featureCount: 2)
        norm.unfreeze()
        #expect(norm.trainableParameters().keys.sorted() == ["bias", "weight"])
    }

    @Test("passes training mode on")
    func training() {
        let model = TinyModel(blocks: 1)
        #expect(model.layers[0].up.training)
        model.train(false)
        #expect(!model.layers[0].up.training)
    }

    @Test("describes its tree with sizes")
    func description() {
        let model = TinyModel(blocks: 1)
        #expect(
            model.description == """
                TinyModel(_cache: [] int32, eps: 1e-05) {
                  embed_tokens: Embedding(embeddingCount=64, dimensions=64),
                  layers.0: Block {
                    up_proj: Linear(inputDimensions=64, outputDimensions=64, bias=false),
                    norm: RMSNorm(dimensions=64, eps=1e-05),
                  },
                  lm_head: Linear(inputDimensions=64, outputDimensions=64, bias=true),
                }
                """)
    }
}
