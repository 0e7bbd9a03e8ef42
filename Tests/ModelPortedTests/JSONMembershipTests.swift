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
