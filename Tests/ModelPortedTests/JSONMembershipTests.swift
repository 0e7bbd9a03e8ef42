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
