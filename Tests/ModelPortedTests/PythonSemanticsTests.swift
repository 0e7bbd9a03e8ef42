import ModelPorted
import Testing

@Suite("Python's operators")
struct PythonSemanticsTests {
    @Test func `x or y`() {
        #expect((nil as Int?).nonZero ?? 7 == 7)
        #expect((0 as Int?).nonZero ?? 7 == 7)
        #expect((3 as Int?).nonZero ?? 7 == 3)
        #expect(0.0.nonZero ?? 1.5 == 1.5)
        #expect((Double.nan as Double?).nonZero != nil)
        #expect(("" as String?).nonEmpty ?? "none" == "none")
        #expect(([1] as [Int]?).nonEmpty ?? [2] == [1])
        #expect([String: Int]().nonEmpty == nil)
    }

    @Test(arguments: [
        (7, 2, 3, 1), (-7, 2, -4, 1), (7, -2, -4, -1), (-7, -2, 3, -1), (6, -3, -2, 0),
    ]) func `whole numbers are divided downwards`(
        a: Int, b: Int, quotient: Int, remainder: Int
    ) throws {
        #expect(try a.floorDivided(by: b) == quotient)
        #expect(try a.floorModulo(b) == remainder)
        #expect(a.floorQuotient(b) == quotient)
        #expect(a.floorRemainder(b) == remainder)
    }

    @Test(arguments: [
        (7.5, 2.0, 3.0, 1.5), (-7.5, 2, -4, 0.5), (7.5, -2, -4, -0.5), (-7.5, -2, 3, -1.5),
        (1, 0.1, 9, 0.09999999999999995), (0.3, 0.1, 2, 0.09999999999999998),
        (-0.5, 8, -1, 7.5),
    ]) func `floats are divided downwards`(
        a: Double, b: Double, quotient: Double, remainder: Double
    ) throws {
        #expect(try a.floorDivided(by: b) == quotient)
        #expect(try a.floorModulo(b) == remainder)
    }

    @Test func `a zero result has the sign that Python gives it`() throws {
        #expect(try (-0.0).floorDivided(by: 3).sign == .minus)
        #expect(try 6.0.floorModulo(-3).sign == .minus)
    }

    @Test func `division by zero is an error`() {
        #expect(throws: PythonError.zeroDivision) { try 1.floorDivided(by: 0) }
        #expect(throws: PythonError.zeroDivision) { try 1.floorModulo(0) }
        #expect(throws: PythonError.zeroDivision) { try 1.0.floorDivided(by: 0) }
    }

    @Test(arguments: [
        (1, 19, 524_288, 0), (-37, 3, -296, -5), (5, 0, 5, 5), (0, 200, 0, 0),
        (-1, 62, -1 << 62, -1),
    ]) func `whole numbers are shifted`(a: Int, count: Int, left: Int, right: Int) throws {
        #expect(try a.shiftedLeft(by: count) == left)
        #expect(try a.shiftedRight(by: count) == right)
    }

    @Test func `a negative shift and one beyond 64 bits are errors`() throws {
        #expect(throws: PythonError.negative(-1)) { try 1.shiftedLeft(by: -1) }
        #expect(throws: PythonError.negative(-2)) { try 1.shiftedRight(by: -2) }
        #expect(throws: PythonError.beyondBits("1 << 63")) { try 1.shiftedLeft(by: 63) }
        #expect(throws: PythonError.beyondBits("3 << 100")) { try 3.shiftedLeft(by: 100) }
        #expect(try (-9).shiftedRight(by: 100) == -1)
    }

    @Test(arguments: [(0.5, 0), (1.5, 2), (2.5, 2), (-0.5, 0), (-1.5, -2), (2.4999, 2)])
    func `round goes to the even neighbour`(x: Double, expected: Int) throws {
        #expect(try pythonRound(x) == expected)
    }

    @Test func `infinity is no whole number`() {
        #expect(throws: PythonError.self) { try pythonRound(.infinity) }
        #expect(throws: PythonError.self) { try Double.nan.truncatedToInt() }
        #expect(throws: PythonError.self) { try 1e300.truncatedToInt() }
        #expect((try? (-2.7).truncatedToInt()) == -2)
    }

    @Test func `list index`() throws {
        #expect(try ["a", "b", "b"].requiredIndex(of: "b") == 1)
        let error = #expect(throws: PythonError.self) { try ["a"].requiredIndex(of: "c") }
        #expect(error?.description == "'c' is not in list")
    }

    @Test func `a slice's bounds count from either end and may lie beyond it`() {
        let list = [0, 1, 2, 3, 4]
        #expect(list.slice(by: 2) == [0, 2, 4])
        #expect(list.slice(from: 1, to: 5, by: 3) == [1, 4])
        #expect(list.slice(from: -2) == [3, 4])
        #expect(list.slice(from: -9, to: -3) == [0, 1])
        #expect(list.slice(from: -0) == list)
        #expect(list.slice(from: 4, to: 2) == [])
        #expect(list.slice(to: 9) == list)
        #expect("pä\r\nd".slice(to: -2) == "pä\r")
        #expect("pad".slice(from: -2, to: 9) == "ad")
        #expect("pad".slice(to: -0) == "")
    }

    @Test func `whole numbers and digits are told as Python tells them`() {
        #expect([2.0, -3.0, 0.0].map(\.isWhole) == [true, true, true])
        #expect([2.5, .infinity, .nan].map(\.isWhole) == [false, false, false])
        #expect(["0", "42", "²"].map(\.isDigits) == [true, true, true])
        let others = ["", "-1", "1.5", "½", "一", " 1"]
        #expect(others.filter(\.isDigits) == [])
    }
}
