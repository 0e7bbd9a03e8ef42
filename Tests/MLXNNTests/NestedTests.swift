import MLXNN
import Testing

@Suite("A nested dictionary")
struct NestedTests {
    @Test("is made of paths and gives them back in order")
    func roundTrip() {
        let flat = [("b.0.x", 1), ("b.1.x", 2), ("a", 3), ("c.k.z", 4)]
        let nested = NestedDictionary<String, Int>.unflattened(flat)
        #expect(
            nested
                == NestedDictionary(values: [
                    "a": .value(3),
                    "b": .array([
                        .dictionary(["x": .value(1)]), .dictionary(["x": .value(2)]),
                    ]),
                    "c": .dictionary(["k": .dictionary(["z": .value(4)])]),
                ]))
        #expect(nested.flattened().map(\.0) == ["a", "b.0.x", "b.1.x", "c.k.z"])
        #expect(nested.flattenedValues() == [3, 1, 2, 4])
    }

    @Test("keeps paths that do not go together")
    func contradictions() {
        let flat = ["a.0": 1, "a.x": 2, "b": 3, "b.c": 4, "d.99999999999": 5]
        let nested = NestedDictionary<String, Int>.unflattened(flat)
        #expect(Dictionary(uniqueKeysWithValues: nested.flattened()) == flat)
    }

    @Test("transforms its leaves")
    func transforms() {
        let nested = NestedDictionary<String, Int>.unflattened(["a.0": 1, "a.1": 2, "b": 3])
        #expect(nested.mapValues { $0 * 2 }.flattenedValues() == [2, 4, 6])
        #expect(nested.mapValues { "\($0)=\($1)" }.flattenedValues() == ["a.0=1", "a.1=2", "b=3"])
        #expect(
            nested.compactMapValues { $0 == 2 ? nil : $0 }.flattened().map(\.0) == ["a.0", "b"])
        #expect(nested.reduce(0, +) == 6)
    }
}
