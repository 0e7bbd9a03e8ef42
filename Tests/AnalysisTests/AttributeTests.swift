import Analysis
import Testing

@Suite("Attributes of a class")
struct AttributeTests {
    @Test("An attribute has the type of what is assigned to it")
    func types() throws {
        let example = try Example(
            block(
                initializer: """
                    self.size = config.hidden_size
                    self.half = config.hidden_size / 2
                    self.third = config.hidden_size // 3
                    self.bias = config.use_bias
                    self.name = config.model_type
                    self.proj = nn.Linear(4, 4)
                    self.layers = [nn.Linear(4, 4) for _ in range(3)]
                    self.table = mx.zeros((4, 4))
                    self.pair = (1, 2.0)
                    """,
                call: "return x"))
        #expect(example.complaints == [])
        let expected = [
            "size": "int", "half": "float", "third": "int", "bias": "bool", "name": "str",
            "proj": "Linear", "layers": "[Linear]", "table": "array", "pair": "(int, float)",
        ]
        for (name, type) in expected { #expect(try example.attribute(name) == type, "\(name)") }
    }

    @Test("Several assignments widen an attribute")
    func widening() throws {
        let example = try Example(
            block(
                initializer: """
                    self.index = None
                    self.scale = 1
                    if config.use_bias:
                        self.index = 3
                        self.scale = 0.5
                    """,
                call: "return x"))
        #expect(try example.attribute("index") == "int?")
        #expect(try example.attribute("scale") == "float")
    }

    @Test("An attribute that __init__ makes under a test exists only where the test holds")
    func presence() throws {
        let example = try Example(
            block(
                initializer: """
                    self.always = nn.Linear(4, 4)
                    if config.use_bias:
                        self.positive = nn.Linear(4, 4)
                    if not config.use_bias:
                        self.negative = nn.Linear(4, 4)
                    if config.window is None:
                        self.both = 1
                    else:
                        self.otherwise = nn.Linear(4, 4)
                        self.both = 2
                    """,
                call: "return self.always(x)"))
        let attributes = try example.typedClass("Block").attributes
        func presence(_ name: String) -> Presence? {
            attributes.first { $0.name == name }?.presence
        }
        #expect(presence("always") == .always)
        #expect(presence("both") == .always)
        guard case .when(let test, false)? = presence("positive") else {
            Issue.record("'positive' is \(String(describing: presence("positive")))")
            return
        }
        #expect(test.pythonText == "config.use_bias")
        guard case .when(let other, true)? = presence("otherwise") else {
            Issue.record("'otherwise' is \(String(describing: presence("otherwise")))")
            return
        }
        #expect(other.pythonText == "config.window is None")
    }

    @Test("What is read, and what a method assigns again, is known")
    func uses() throws {
        let example = try Example(
            block(
                initializer: """
                    self.read = 1
                    self.unread = 2
                    self.count = 0
                    """,
                call: """
                    self.count = self.count + 1
                    return x * self.read
                    """))
        let attributes = try example.typedClass("Block").attributes
        #expect(attributes.filter(\.isRead).map(\.name) == ["read", "count"])
        #expect(attributes.filter(\.isReassigned).map(\.name) == ["count"])
    }
}

@Suite("Fields of a dataclass")
struct FieldTests {
    @Test("A field has its annotation's type, widened by its default")
    func types() throws {
        let example = try Example(block(call: "return x"))
        let fields = try example.typedClass("ModelConfig", in: "config").fields
        let types = Dictionary(uniqueKeysWithValues: fields.map { ($0.name, $0.type.description) })
        #expect(types["hidden_size"] == "int")
        #expect(types["eps"] == "float")
        #expect(types["window"] == "int?")
        #expect(types["layer_types"] == "[str]?")
    }

    @Test("A field that __post_init__ always fills is not None for its readers")
    func filled() throws {
        let example = try Example(
            block(
                initializer: """
                    self.heads = config.heads
                    self.window = config.window
                    """,
                call: "return x"))
        #expect(try example.attribute("heads") == "int")
        #expect(try example.attribute("window") == "int?")
    }
}
