import Foundation
import ModelPorted
import Testing

@Suite("rope_scaling is an open dictionary")
struct RoPEScalingTests {
    private func decode(_ json: String) throws -> RoPEScaling {
        try JSONDecoder().decode(RoPEScaling.self, from: Data(json.utf8))
    }

    @Test func `numbers may be integers, floats or strings`() throws {
        let scaling = try decode(#"{"a": 8, "b": 8.5, "c": "8.25", "d": " 4 "}"#)
        #expect(try scaling.double("a") == 8)
        #expect(try scaling.double("b") == 8.5)
        #expect(try scaling.double("c") == 8.25)
        #expect(try scaling.intIfPresent("d") == 4)
        #expect(throws: RoPEError.self) { try scaling.intIfPresent("b") }
    }

    @Test func `unknown keys survive a round trip`() throws {
        let json = #"{"factor": 2, "list": [1, 2.5, "x", null, true], "nested": {"a": {}}}"#
        let scaling = try decode(json)
        let again = try JSONDecoder().decode(
            RoPEScaling.self, from: JSONEncoder().encode(scaling))
        #expect(again == scaling)
        #expect(scaling["list"] == [1, 2.5, "x", .null, true])
        #expect(scaling["nested"] == ["a": [:]])
        #expect(scaling.contains("factor") && !scaling.contains("type"))
    }

    @Test(arguments: [
        (#"{}"#, "default"), (#"{"type": "linear"}"#, "linear"),
        (#"{"rope_type": "yarn"}"#, "yarn"),
        (#"{"type": "linear", "rope_type": "yarn"}"#, "linear"),
        (#"{"type": "", "rope_type": "yarn"}"#, "yarn"),
        (#"{"type": null, "rope_type": "yarn"}"#, "yarn"), (#"{"type": null}"#, "default"),
        (#"{"rope_type": ""}"#, ""), (#"{"rope_type": null}"#, "null"), (#"{"type": 3}"#, "3"),
    ]) func `type comes before rope_type unless it is empty`(json: String, type: String) throws {
        #expect(try decode(json).ropeType == type)
    }

    @Test func `a scaling that is no dictionary does not decode`() {
        #expect(throws: DecodingError.self) { try decode("[1]") }
        #expect(throws: DecodingError.self) { try decode(#""linear""#) }
    }

    @Test func `an empty scaling is false`() {
        #expect((nil as RoPEScaling?).nonEmpty == nil)
        #expect(RoPEScaling([:]).nonEmpty == nil)
        #expect((["factor": 2] as RoPEScaling?).nonEmpty?["factor"] == 2)
    }

    @Test func `null stands for a missing optional number`() throws {
        let scaling = try decode(#"{"mscale": null}"#)
        #expect(try scaling.doubleIfPresent("mscale") == nil)
        #expect(try scaling.double("beta", default: 3) == 3)
        #expect(throws: RoPEError.self) { try scaling.double("mscale", default: 1) }
    }
}
