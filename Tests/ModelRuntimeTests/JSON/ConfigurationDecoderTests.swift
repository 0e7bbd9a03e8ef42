import OrderedCollections
import RuntimeTestSupport
import Testing

@testable import ModelRuntime

@Suite("Configuration errors name the file, the key and the type")
struct ConfigurationDecoderTests {
    struct Configuration: Decodable, Equatable {
        var hiddenSize: Int
        var ropeTheta: Double = 10_000
        var name: String?
        var layers: [Int]?
        var flags: [String: Bool]?
        var text: Nested?

        struct Nested: Decodable, Equatable {
            var factor: Double
        }

        enum CodingKeys: String, CodingKey {
            case hiddenSize = "hidden_size"
            case ropeTheta = "rope_theta"
            case name, layers, flags
            case text = "text_config"
        }

        init(from decoder: any Decoder) throws {
            let values = try decoder.container(keyedBy: CodingKeys.self)
            hiddenSize = try values.decode(Int.self, forKey: .hiddenSize)
            ropeTheta = try values.decodeIfPresent(Double.self, forKey: .ropeTheta) ?? 10_000
            name = try values.decodeIfPresent(String.self, forKey: .name)
            layers = try values.decodeIfPresent([Int].self, forKey: .layers)
            flags = try values.decodeIfPresent([String: Bool].self, forKey: .flags)
            text = try values.decodeIfPresent(Nested.self, forKey: .text)
        }
    }

    private func decode(_ text: String) throws -> Configuration {
        try ConfigurationDecoder(file: "config.json").decode(
            Configuration.self, from: OrderedJSON(parsing: text.utf8, file: "config.json"))
    }

    @Test func integersServeAsFloatsAndWholeFloatsAsIntegers() throws {
        let configuration = try decode(
            #"{"hidden_size": 64.0, "rope_theta": 500000, "extra": [1]}"#)
        #expect(configuration.hiddenSize == 64)
        #expect(configuration.ropeTheta == 500_000)
    }

    /// A configuration that makes entries of others before its fields are read.
    private struct Derived: Decodable {
        var width: Int
        var part: Configuration.Nested

        enum CodingKeys: String, CodingKey { case width, part }

        init(from decoder: any Decoder) throws {
            let values = try decoder.container(
                keyedBy: CodingKeys.self,
                entries: { params in
                    var params = params
                    params["width"] = params["size"] ?? .null
                    return params
                })
            width = try values.decode(Int.self, forKey: .width)
            part = try values.decode(Configuration.Nested.self, forKey: .part)
        }
    }

    @Test func madeEntriesAreReadInThePlaceOfTheFiles() throws {
        func decode(_ text: String) throws -> Derived {
            try ConfigurationDecoder(file: "config.json").decode(
                Derived.self, from: OrderedJSON(parsing: text.utf8, file: "config.json"))
        }
        let derived = try decode(#"{"size": 3, "width": 2, "part": {"factor": 8}}"#)
        #expect(derived.width == 3)
        #expect(derived.part.factor == 8)
        for (text, message) in [
            (#"[1]"#, "config.json: expected an object, found an array"),
            (
                #"{"size": "a", "part": {"factor": 8}}"#,
                #"config.json: "width": expected Int, found string "a""#
            ),
            (
                #"{"size": 1, "part": 5}"#,
                #"config.json: "part": expected an object, found number 5"#
            ),
        ] {
            #expect(throws: ModelRuntimeError.input(message)) { try decode(text) }
        }
    }

    @Test func nullAndAbsentKeysTakeTheDefault() throws {
        #expect(try decode(#"{"hidden_size": 1, "rope_theta": null}"#).ropeTheta == 10_000)
        #expect(try decode(#"{"hidden_size": 1}"#).name == nil)
    }

    @Test func dictionariesKeepTheirOrderAndTheKindOfTheirKeys() throws {
        func decode<Value: Decodable>(_ type: Value.Type, _ text: String) throws -> Value {
            try ConfigurationDecoder(file: "config.json").decode(
                type, from: OrderedJSON(parsing: text.utf8, file: "config.json"))
        }
        let counted = try decode(
            OrderedDictionary<Int, [Int]>.self, #"{"7": [1], "-1": [], "3": [2, 3]}"#)
        #expect(counted == [7: [1], -1: [], 3: [2, 3]])
        #expect(Array(counted.keys) == [7, -1, 3])
        #expect(
            throws: ModelRuntimeError.input(
                #"config.json: expected keys that are Int, found "first""#)
        ) {
            try decode(OrderedDictionary<Int, [Int]>.self, #"{"first": [1]}"#)
        }
    }

    @Test func collectionsAndNestedValues() throws {
        let text =
            #"{"hidden_size":1,"layers":[1,2],"flags":{"a":true},"text_config":{"factor":8}}"#
        let configuration = try decode(text)
        #expect(configuration.layers == [1, 2])
        #expect(configuration.flags == ["a": true])
        #expect(configuration.text == .init(factor: 8))
    }

    @Test(
        "messages",
        arguments: [
            (#"{}"#, #"config.json lacks the required key "hidden_size""#),
            (
                #"{"hidden_size": "64"}"#,
                #"config.json: "hidden_size": expected Int, found string "64""#
            ),
            (
                #"{"hidden_size": 64.5}"#,
                #"config.json: "hidden_size": expected Int, found number 64.5"#
            ),
            (#"{"hidden_size": true}"#, #"config.json: "hidden_size": expected Int, found true"#),
            (
                #"{"hidden_size": [1]}"#,
                #"config.json: "hidden_size": expected Int, found an array"#
            ),
            (
                #"{"hidden_size": 1, "layers": [1, "x"]}"#,
                #"config.json: "layers[1]": expected Int, found string "x""#
            ),
            (
                #"{"hidden_size": 1, "layers": {}}"#,
                #"config.json: "layers": expected an array, found an object"#
            ),
            (
                #"{"hidden_size": 1, "text_config": {}}"#,
                #"config.json lacks the required key "text_config.factor""#
            ),
            (
                #"{"hidden_size": 1, "text_config": {"factor": "8"}}"#,
                #"config.json: "text_config.factor": expected Double, found string "8""#
            ),
            (#"[]"#, #"config.json: expected an object, found an array"#),
        ])
    func message(text: String, message: String) {
        #expect(failure { try decode(text) } == message)
    }

    @Test func aValueOfAnyKindIsKept() throws {
        let json: OrderedJSON = ["a": [1, 2.5, .null], "b": ["c": "d"]]
        let decoded = try ConfigurationDecoder(file: "x").decode(
            [String: OrderedJSON].self, from: json)
        #expect(decoded == ["a": [1, 2.5, .null], "b": ["c": "d"]])
    }
}
