// What a forward pass reads of a JSON file. It has no way to throw, so a value of another type is reported as a
// failing MLX call's is, and what begins with it is not evaluated.

extension Double {
    /// The number that a JSON value is; NaN where it is none, and an error that names it.
    ///
    /// - Parameter name: the key that the file has it under.
    public init(json value: JSONValue?, named name: String) {
        self = value?.doubleValue ?? reported(value, name, is: "number", standIn: .nan)
    }
}

extension Int {
    /// The whole number that a JSON value is; 1 where it is none, and an error that names it.
    ///
    /// - Parameter name: the key that the file has it under.
    public init(json value: JSONValue?, named name: String) {
        // No size that is made of it is empty, and nothing is divided by 0.
        self = value?.intValue ?? reported(value, name, is: "whole number", standIn: 1)
    }
}

private func reported<Value>(
    _ value: JSONValue?, _ name: String, is expected: String, standIn: Value
) -> Value {
    let message =
        value.map { "'\(name)' is \($0), not a \(expected)" } ?? "'\(name)' is needed but not given"
    _ = failure("configuration", message)
    return standIn
}
