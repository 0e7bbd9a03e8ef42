import Analysis
import Testing

@Suite("Types over calls and tests")
struct InferenceTests {
    @Test("A parameter has the types of all calls, its default and its annotation")
    func parameters() throws {
        let example = try Example(
            block(
                call: "return self.scaled(x, 2) + self.scaled(x, 0.5, None)",
                more: """
                    def scaled(self, x, factor, shift=1):
                        return x * factor
                    """))
        #expect(example.complaints == [])
        let parameters = try example.method("scaled").parameters
        #expect(parameters.map(\.type.description) == ["array", "float", "int?"])
        #expect(try example.method("scaled").result == .array)
    }

    @Test("A parameter that None is passed for is optional until a test shows otherwise")
    func narrowing() throws {
        let example = try Example(
            block(
                call: "return self.first(x, None) + self.first(x, x)",
                more: """
                    def first(self, x, y):
                        if y is None:
                            return x
                        return x + y
                    """))
        #expect(example.complaints == [])
        #expect(try example.method("first").parameters[1].type.description == "array?")
        #expect(try example.method("first").result == .array)
    }

    @Test(
        "What a test shows holds where it was tested",
        arguments: [
            "if y is not None:\n    return x * (y + 1)\nreturn x",
            "if y is None:\n    return x\nelse:\n    return x * (y + 1)",
            "if y is None:\n    y = 2\nreturn x * (y + 1)",
            "return x * (y + 1) if y is not None else x",
            "if not (y is None):\n    return x * (y + 1)\nreturn x",
            "if y is not None and y > 3:\n    return x * (y + 1)\nreturn x",
            "if y is None or y > 3:\n    return x\nreturn x * (y + 1)",
            "assert y is not None\nreturn x * (y + 1)",
            "if y:\n    return x * (y + 1)\nreturn x",
            "if y is None:\n    raise ValueError('none')\nreturn x * (y + 1)",
        ])
    func tests(_ body: String) throws {
        let example = try Example(
            block(call: "y = self.config.window\n" + body))
        #expect(example.complaints == [])
        #expect(try example.method("__call__").result == .array)
    }

    @Test(
        "What no test shows does not hold",
        arguments: [
            "return y", "if y is not None or x.ndim > 2:\n    return y\nreturn y",
            "if y is not None:\n    x = x + 1\nreturn y",
        ])
    func untested(_ body: String) throws {
        let example = try Example(
            block(call: "y = self.config.window\n" + body))
        #expect(example.complaints == [])
        #expect(try example.method("__call__").result == .optional(.integer))
    }

    @Test("Arithmetic takes for granted that a value is there, as Python does")
    func presentOperand() throws {
        let example = try Example(
            block(call: "y = self.config.window\nreturn x * (y + 1)"))
        #expect(example.complaints == [])
        #expect(try example.method("__call__").result == .array)
    }

    @Test("x or y is y's type without x's None")
    func fallback() throws {
        let example = try Example(
            block(
                initializer: """
                    self.window = config.window or 4
                    self.maybe = config.window or None
                    self.types = config.layer_types or ["full"]
                    """,
                call: "return x"))
        #expect(try example.attribute("window") == "int")
        #expect(try example.attribute("maybe") == "int?")
        #expect(try example.attribute("types") == "[str]")
    }

    @Test("Keys of **kwargs are parameters of their own, typed by the calls of the whole family")
    func keywords() throws {
        let example = try Example(
            block(
                call: "return self.outer(x, scale=2.0) + self.outer(x)",
                more: """
                    def outer(self, x, **kwargs):
                        return self.inner(x, **kwargs)

                    def inner(self, x, **kwargs):
                        scale = kwargs.get("scale", None)
                        if scale is not None:
                            x = x * scale
                        return x
                    """))
        #expect(example.complaints == [])
        #expect(try example.method("inner").parameters.map(\.name) == ["x", "scale"])
        #expect(try example.method("inner").parameters[1].type.description == "float?")
        #expect(try example.method("outer").parameters.map(\.name) == ["x", "scale"])
    }

    @Test("A forwarded key that nobody gives leaves the callee its own default")
    func forwardedDefault() throws {
        let example = try Example(
            block(
                call: "return self.outer(x, scale=2.0) + self.outer(x)",
                more: """
                    def outer(self, x, **kwargs):
                        return self.inner(x, **kwargs)

                    def inner(self, x, scale=3.0):
                        return x * scale
                    """))
        #expect(example.complaints == [])
        let scale = try example.method("outer").parameters[1]
        #expect(scale.type == .float)
        #expect(scale.defaultValue?.kind == .constant(.float(3)))
    }

    @Test("return Other.m(self, a) takes the other class's method over as its own")
    func adoptedMethod() throws {
        let example = try Example(
            """
            class Other(nn.Module):
                def scaled(self, x, factor):
                    return x * factor * self.config.eps

            """
                + block(
                    call: "return self.scaled(x, 2)",
                    more: """
                        def scaled(self, x, factor):
                            return Other.scaled(self, x, factor)
                        """))
        #expect(example.complaints == [])
        let method = try example.method("scaled")
        #expect(method.result == .array)
        #expect(method.span.line == Example.firstLine + 1)
    }

    @Test("The runtime's cache and the mask made from it reach the layers")
    func cacheFlow() throws {
        let example = try Example(
            """
            from ..base import create_attention_mask


            class Layer(nn.Module):
                def __init__(self, config: ModelConfig):
                    super().__init__()
                    self.proj = nn.Linear(4, 4)

                def __call__(self, x, mask=None, cache=None):
                    offset = 0
                    if cache is not None:
                        offset = cache.offset
                    return self.proj(x) + offset


            class Block(nn.Module):
                def __init__(self, config: ModelConfig):
                    super().__init__()
                    self.layers = [Layer(config) for _ in range(2)]

                def __call__(self, x, cache=None):
                    if cache is None:
                        cache = [None] * len(self.layers)
                    mask = create_attention_mask(x, cache[0])
                    for layer, c in zip(self.layers, cache):
                        x = layer(x, mask, cache=c)
                    return x

            """, call: "mx.tanh(input_ids), cache")
        #expect(example.complaints == [])
        let parameters = try example.method("__call__", of: "Layer").parameters
        #expect(parameters.map(\.type.description) == ["array", "AttentionMask", "KVCache?"])
        #expect(try example.method("__call__").parameters[1].type.description == "[KVCache?]?")
    }

    @Test("An empty list has the type of what is put into it")
    func filledList() throws {
        let example = try Example(
            block(
                initializer: """
                    sizes = []
                    for i in range(3):
                        sizes.append(i)
                    self.sizes = sizes
                    """,
                call: "return x"))
        #expect(try example.attribute("sizes") == "[int]")
    }

    @Test("Only what the runtime reaches is looked at")
    func unreached() throws {
        let example = try Example(
            block(
                call: "return x",
                more: """
                    def unused(self):
                        with open("nothing") as file:
                            return file.read()
                    """))
        #expect(example.complaints == [])
        #expect(try example.typedClass("Block").method("unused") == nil)
    }
}
