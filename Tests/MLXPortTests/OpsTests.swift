import Testing

@Suite("mlx-port ops")
struct OpsTests {
    @Test("Without flags it prints the table, a line for each row")
    func table() throws {
        let result = try MLXPortProcess("ops")
        #expect(result.status == 0, "\(result.log)")
        let lines = result.output.split(separator: "\n").map { $0.split(separator: "\t") }
        #expect(lines.count > 300)
        let row = lines.first { $0.first == "mlx.core.swapaxes" }
        #expect(
            row?.dropFirst() == [
                "mlx.core.swapaxes(a: array, axis1: int, axis2: int) -> array",
                "{a}.swappedAxes({axis1}, {axis2})",
            ])
    }

    @Test("No name of the installed models is missing; what is left out is said on standard error")
    func missing() throws {
        let result = try MLXPortProcess("ops", "--missing")
        #expect(result.status == 0, "\(result.output)")
        #expect(result.output == "")
        #expect(result.log.contains("left out: mlx.core.fast.metal_kernel"))
    }

    @Test("No row contradicts the engine")
    func check() throws {
        let result = try MLXPortProcess("ops", "--check")
        #expect(result.status == 0, "\(result.output)")
        #expect(result.output == "")
    }

    @Test(
        "Arguments that mean nothing are refused: exit code 2",
        arguments: [
            ["ops", "--missing", "--package", "torch"], ["ops", "--package", "mlx-lm"],
            ["ops", "--missing", "--source", "."],
            ["ops", "--missing", "--package", "mlx-lm", "--source", "/no/such/folder"],
        ])
    func arguments(_ arguments: [String]) throws {
        #expect(try MLXPortProcess(arguments: arguments).status == 2)
    }
}
