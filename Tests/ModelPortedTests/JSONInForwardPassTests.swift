import MLX
import ModelPorted
import Testing

@Suite("Numbers of a JSON file that a forward pass reads")
struct JSONInForwardPassTests {
    @Test("are what the file has")
    func given() throws {
        try withError {
            #expect(Double(json: 2, named: "beta") == 2)
            #expect(Double(json: 0.5, named: "beta") == 0.5)
            #expect(Int(json: 8.0, named: "count") == 8)
        }
    }

    @Test(
        "are an error that names the key where the file has something else",
        arguments: [
            (JSONValue.string("far"), "'beta' is \"far\", not a number"),
            (.null, "'beta' is null, not a number"), (nil, "'beta' is needed but not given"),
        ])
    func refused(value: JSONValue?, message: String) {
        let error = #expect(throws: (any Error).self) {
            try withError { _ = Double(json: value, named: "beta") }
        }
        #expect(error.map { "\($0)".contains(message) } == true, "\(String(describing: error))")
    }

    @Test("Whole numbers have no fraction")
    func wholeNumbers() {
        let error = #expect(throws: (any Error).self) {
            try withError { #expect(Int(json: 1.5, named: "count") > 0) }
        }
        #expect(error.map { "\($0)".contains("'count' is 1.5, not a whole number") } == true)
    }
}
