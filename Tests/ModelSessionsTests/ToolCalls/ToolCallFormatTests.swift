import FileTestSupport
import Foundation
import ModelRuntime
import Testing

@testable import ModelSessions

@Suite("Calls of tools are read as mlx-lm reads them")
struct ToolCallFormatTests {
    private static let tools: OrderedJSON = [
        [
            "type": "function",
            "function": [
                "name": "f",
                "parameters": [
                    "type": "object",
                    "properties": [
                        "s": ["type": "string"], "i": ["type": "integer"], "n": ["type": "number"],
                        "b": ["type": "boolean"], "o": ["type": "object"], "a": ["type": "array"],
                        "u": ["anyOf": [["type": "integer"], ["type": "null"]]],
                        "e": ["enum": [1, "x", 2.5]], "t": ["type": ["string", "null"]],
                        "untyped": ["description": "anything"],
                    ],
                ],
            ],
        ]
    ]

    /// Texts without the marks around them.
    private static let texts: [(ToolCallFormat, [String])] = [
        (
            .jsonTools,
            [
                #"{"name": "f", "arguments": {"s": "ä\n\"x\"", "i": 3, "o": {"k": [1, 2.5, null]}}}"#,
                "\n{\"name\": \"f\", \"arguments\": {}}\n", "{\"name\": ", "",
            ]
        ),
        (
            .qwen3Coder,
            [
                "\n<function=f>\n<parameter=s>\nline 1\nline 2\n</parameter>\n<parameter=i>\n42\n"
                    + "</parameter>\n</function>\n",
                "<function=f><parameter=n>2.50</parameter><parameter=b>True</parameter></function>",
                "<function=f><parameter=n>3.0</parameter><parameter=i>7.0</parameter></function>",
                "<function=f><parameter=i>7.5</parameter></function>",
                "<function=f><parameter=i>seven</parameter></function>",
                #"<function=f><parameter=o>{"k": [true, null]}</parameter></function>"#,
                "<function=f><parameter=o>{'k': [True, None, (1, 'two')]}</parameter></function>",
                "<function=f><parameter=a>no list</parameter></function>",
                "<function=f><parameter=untyped>[1, 2]</parameter><parameter=other>5</parameter>"
                    + "</function>",
                "<function=f><parameter=untyped>12</parameter></function>",
                "<function=f><parameter=s>null</parameter></function>",
                "<function=g></function>", "<function=f>", "no call",
            ]
        ),
        (
            .mistral,
            [
                #"[{"name": "f", "arguments": {"s": "x"}, "id": "abc"}]"#,
                #"[{"name": "f", "arguments": "{\"i\": 1}"}, {"name": "g"}]"#,
                #"f[ARGS]{"s": "a ] } b", "o": {"k": 1}}"#,
                #"f[ARGS]{"i": 1}some-tool [ARGS] {"i": 2}"#, #"f[ARGS]{"i": "#, "[]", "text",
                #"[{"name": 5}]"#,
            ]
        ),
        (
            .functionGemma,
            [
                "call:f{s:<escape>New York, NY<escape>,i:3}", "call:f{b:true,n:2.5,x:bare word}",
                "call:f{}", "nothing", "call:f{s}",
            ]
        ),
        (
            .gemma4,
            [
                #"call:f{s:<|"|>a, {b}: "c"<|"|>,i:3,o:{k:[1,2],deep:{x:<|"|>}<|"|>}}}"#,
                "call:f{}call:my-tool{b:true,n:null}", "call:f{s:unquoted}", "no call",
            ]
        ),
        (
            .glm47,
            [
                "f\n<arg_key>s</arg_key>\n<arg_value>12</arg_value>\n<arg_key>i</arg_key>"
                    + "<arg_value>12</arg_value>",
                "f<arg_key>o</arg_key>\\n<arg_value>{'k': True}</arg_value><arg_key>a</arg_key>"
                    + "<arg_value>[1, \"x\"]</arg_value><arg_key>z</arg_key><arg_value>free text"
                    + "</arg_value>",
                #"{"name": "f", "arguments": {"s": 5, "i": "6"}}"#,
                #"[{"function": "f", "arguments": "{\"i\": 1}"}]"#,
                #"{"tool": {"name": "f", "arguments": {"i": 2}}}"#,
                #"{"function": {"name": "f", "arguments": {"i": 2}}, "arguments": {}}"#,
                "f\n{\"i\": 3}", "f {\"i\": 4}", "f i=5 s='two words' other=\"x y\"", "f",
                "f just words", "f i=5 word", "", "f \"open",
            ]
        ),
        (
            .kimiK2,
            [
                #"<|tool_call_begin|>functions.f:0<|tool_call_argument_begin|>{"i": 1}"#
                    + "<|tool_call_end|><|tool_call_begin|>functions.g:1"
                    + "<|tool_call_argument_begin|>{'x': None}<|tool_call_end|>",
                #" f:3 <|tool_call_argument_begin|> {"s": "x"}"#, "f",
            ]
        ),
        (
            .longcat,
            [
                #"{"name": "f", "arguments": {"i": 1}}"#,
                "f\n<longcat_arg_key>s</longcat_arg_key>\n<longcat_arg_value>7</longcat_arg_value>"
                    + "<longcat_arg_key>i</longcat_arg_key><longcat_arg_value>7</longcat_arg_value>",
            ]
        ),
        (
            .minimaxM2,
            [
                "\n<invoke name=\"f\">\n<parameter name=\"s\">x\ny</parameter>\n<parameter name=\"i\">"
                    + "5</parameter><parameter name='u'>none</parameter><parameter name=\"e\">2"
                    + "</parameter></invoke>\n",
                "<invoke name=f><parameter name=\"n\">2.0</parameter><parameter name=\"b\">Yes"
                    + "</parameter><parameter name=\"o\">{'a': 1}</parameter></invoke>"
                    + "<invoke name=\"g\"><parameter name=\"q\">1</parameter></invoke>",
                "<invoke name=\"f\"><parameter name=\"t\">None</parameter><parameter name=\"a\">[1,"
                    + "</parameter><parameter name=\"i\">five</parameter></invoke>",
                "nothing",
            ]
        ),
        (
            .minicpm5,
            [
                "\"f\"><param name=\"s\">x</param><param name=\"i\">4</param>",
                "<function name=\"f\"><param name=\"s\"><![CDATA[a <b> & c\n]]></param></function>"
                    + "<function name='g'><param name='q'> 1 </param></function>",
                "",
            ]
        ),
        (
            .museSpark,
            [
                "<atem:invoke name=\"f\"><atem:parameter name=\"s\">x y</atem:parameter>"
                    + "<atem:parameter name=\"i\" type=\"int\">3</atem:parameter></atem:invoke>"
                    + "<atem:invoke name=\"g\">",
                "none",
            ]
        ),
        (
            .pythonic,
            [
                #"[f(s="a, b)", i=3, o={"k": true, "n": null}), ns.g(x=[1, 2.5, -3], y=None)]"#,
                "[f()]", #"[f(s='it\'s', b=True, n=-1e3,)]"#, "[f(s=unquoted text, i=5)]",
                #"[f(1)]"#, "call", "[f(s='caf\\u00e9' 'x')]",
            ]
        ),
        (
            .kimiK3,
            [
                #"<|open|>call tool="f" index="1"<|sep|><|open|>argument key="s" type="string"<|sep|>"#
                    + #"5<|close|>argument<|sep|><|open|>argument key="i" type="number"<|sep|>5"#
                    + #"<|close|>argument<|sep|><|close|>call<|sep|>"#,
                #"<|open|>call tool="g&quot;"<|sep|><|open|>json type="object"<|sep|>{"k": [1]}"#
                    + #"<|close|>json<|sep|><|close|>call<|sep|>"#,
                "<|open|>call index=\"1\"<|sep|><|close|>call<|sep|>",
            ]
        ),
    ]

    /// What the Python's parsers make of all texts; null where they throw.
    private static let expected = Result<OrderedJSON, any Error> {
        let texts = OrderedJSON.array(
            Self.texts.map { format, texts in
                [.string(format.rawValue), .array(texts.map { .string($0) })]
            })
        let output = try PythonProcess.run("-c", Self.reference, texts.text(), tools.text())
        return try OrderedJSON(parsing: output.utf8, file: "output")
    }

    private static let reference = """
        import importlib, json, sys

        def calls(name, text, tools):
            parser = importlib.import_module(f"mlx_lm.tool_parsers.{name}")
            try:
                found = parser.parse_tool_call(text, tools)
            except Exception:
                return None
            return found if isinstance(found, list) else [found]

        texts, tools = map(json.loads, sys.argv[1:])
        print(json.dumps([[calls(name, t, tools) for t in all] for name, all in texts]))
        """

    @Test("in each format", arguments: texts.indices)
    func calls(index: Int) throws {
        let (format, texts) = Self.texts[index]
        let expected = try #require(Self.expected.get().array?[index].array)
        for (text, expected) in zip(texts, expected) {
            let calls = try? format.parse(text, tools: Self.tools.array!)
            let json = calls.map { calls in
                OrderedJSON.array(
                    calls.map { call in
                        var json: OrderedJSON = [
                            "name": .string(call.name), "arguments": call.arguments,
                        ]
                        if let id = call.id { json["id"] = .string(id) }
                        return json
                    })
            }
            #expect(sorted(json) == sorted(expected), "\(format): \(text)")
        }
    }

    /// The same with keys in one order, and null where nothing is found.
    private func sorted(_ json: OrderedJSON?) -> OrderedJSON {
        switch json {
        case .object(let object)?:
            .object(
                .init(
                    uniqueKeysWithValues: object.sorted { $0.key < $1.key }.map {
                        ($0.key, sorted($0.value))
                    }))
        case .array(let array)?: array.isEmpty ? .null : .array(array.map(sorted))
        default: json ?? .null
        }
    }

    @Test("gpt-oss calls on a channel of its own, which the Python does not read")
    func harmony() throws {
        let expected = [ToolCall(name: "add", arguments: ["a": 1])]
        for text in [
            #"add <|constrain|>json<|message|>{"a": 1}"#, #"add<|message|>{"a": 1}"#,
            #"add<|channel|>commentary <|constrain|>json<|message|> {"a": 1} "#,
        ] { #expect(try ToolCallFormat.harmony.parse(text) == expected) }
        for text in ["add", #"<|message|>{"a": 1}"#, "add<|message|>[1]", "add<|message|>{"] {
            #expect(throws: ToolCallError.self) { try ToolCallFormat.harmony.parse(text) }
        }
    }

    @Test func everyFormatIsTried() {
        let tried = Set(Self.texts.map(\.0)).union([.laguna, .harmony])
        #expect(tried == Set(ToolCallFormat.allCases))
    }

    @Test func marksAndNamesAreThePythons() throws {
        let output = try PythonProcess.run(
            "-c",
            """
            import importlib, json, pkgutil, mlx_lm.tool_parsers as parsers
            names = [m.name for m in pkgutil.iter_modules(parsers.__path__)]
            modules = [(n, importlib.import_module(f"mlx_lm.tool_parsers.{n}")) for n in sorted(names)]
            print(json.dumps([[n, m.tool_call_start, m.tool_call_end] for n, m in modules]))
            """)
        let expected = try OrderedJSON(parsing: output.utf8, file: "output")
        let formats = ToolCallFormat.allCases.filter { $0 != .harmony }.sorted {
            $0.rawValue < $1.rawValue
        }
        #expect(
            expected
                == .array(
                    formats.map {
                        [.string($0.rawValue), .string($0.markers.start), .string($0.markers.end)]
                    }))
    }
}
