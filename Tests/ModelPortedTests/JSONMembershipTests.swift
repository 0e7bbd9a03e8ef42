import ModelPorted
import Testing

@Suite("Membership in a JSON value")
struct JSONMembershipTests {
    @Test("finds numbers that are equal, whatever kind they are of, as Python does")
    func numbers() {
        let list = JSONValue.array([.int(3), .double(4), .bool(true), .string("5")])
        #expect(list.contains(3) && list.contains(4) && list.contains(1))
        #expect(!list.contains(5) && !list.contains(0))
        #expect(!JSONValue.object(["3": .int(3)]).contains(3))
    }
}

@Suite("The least and the greatest element of a JSON value")
struct JSONExtremesTests {
    @Test("are the first of those that are equal, whatever kind of number they are")
    func numbers() {
        let list = JSONValue.array([.int(3), .double(1.5), .double(4), .int(4)])
        #expect(list.min() == .double(1.5))
        #expect(list.max() == .double(4))
    }

    @Test(arguments: [JSONValue.array([]), .int(3), .array([.int(3), .string("four")]), .null])
    func `do not exist where Python finds none`(value: JSONValue) {
        #expect(value.min() == nil && value.max() == nil)
    }
}

@Suite("The distinct elements of a JSON value")
struct JSONDistinctElementsTests {
    @Test("are those of a list without what is equal to one before, as in Python's set")
    func list() throws {
        let list = JSONValue.array([.int(3), .double(3), .bool(true), .int(1), .string("3")])
        #expect(try list.distinctElements() == .array([.int(3), .bool(true), .string("3")]))
        #expect(try JSONValue.string("aba").distinctElements() == ["a", "b"])
    }

    @Test(arguments: [JSONValue.int(3), .null, .array([.array([])]), .array([["a": 1]])])
    func `do not exist where Python raises a TypeError`(value: JSONValue) {
        #expect(throws: PythonFailure.self) { try value.distinctElements() }
    }
}

@Suite("Dictionaries of a JSON file that become one")
struct JSONMergingTests {
    @Test("have the last of the values under one key, in the place of the first")
    func order() throws {
        let left: JSONValue = ["a": 1, "b": 2]
        let merged = try left.merging(["c": 3, "a": 4])
        #expect(merged.objectValue.map { Array($0.keys) } == ["a", "b", "c"])
        #expect(merged == ["a": 4, "b": 2, "c": 3])
    }

    @Test(arguments: [JSONValue.null, .array([]), .string("a")])
    func `do not exist where Python raises a TypeError`(value: JSONValue) {
        #expect(throws: PythonFailure.self) { try value.merging([:]) }
        #expect(throws: PythonFailure.self) { try JSONValue.object([:]).merging(value) }
    }
}
