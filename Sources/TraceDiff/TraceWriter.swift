import Foundation

extension Trace {
    /// Writes the trace to a file, whole or not at all.
    ///
    /// - Parameter path: the file; one that is there is replaced.
    /// - Throws: ``TraceError`` if the file cannot be written.
    public func write(to path: String) throws(TraceError) {
        do {
            try Data(bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
        } catch {
            throw TraceError(
                file: path, .file("cannot be written: \(error.localizedDescription)"))
        }
    }

    /// The text of the trace file: the header with the number of records, then a record a line.
    public func encoded() -> String { String(decoding: bytes, as: UTF8.self) }

    private var bytes: [UInt8] {
        var header = header
        header.records = records.count
        var lines = TraceLineWriter()
        for record in records { lines.append(record) }
        return Array((header.encodedLine + "\n").utf8) + lines.bytes
    }
}

extension TraceRecord {
    /// The record as a line of a trace, without the line feed.
    public var encodedLine: String {
        var lines = TraceLineWriter()
        lines.append(self)
        return String(decoding: lines.bytes.dropLast(), as: UTF8.self)
    }
}

extension TraceHeader {
    /// The header as the first line of a trace, without the line feed.
    public var encodedLine: String {
        var members = [
            "\"trace\":\(trace)", "\"family\":\(family.jsonQuoted)",
            "\"package\":\(package.jsonQuoted)", "\"version\":\(version.jsonQuoted)",
            "\"dtype\":\(dtype.jsonQuoted)", "\"batch\":\(batch)", "\"seed\":\(seed)",
            "\"recorder\":\(recorder.jsonQuoted)", "\"probes\":\(probes.json)",
        ]
        if let records { members.append("\"records\":\(records)") }
        if let engine { members.append("\"engine\":\(engine.jsonQuoted)") }
        if let sources { members.append("\"sources\":\(sources.jsonQuoted)") }
        if let configuration { members.append("\"configuration\":\(configuration.jsonQuoted)") }
        if let compiled { members.append("\"compiled\":\(compiled)") }
        if let machine { members.append("\"machine\":\(machine.jsonQuoted)") }
        if let digits { members.append("\"digits\":\(digits)") }
        if let reference { members.append("\"reference\":\(reference.json)") }
        return "{\(members.joined(separator: ","))}"
    }
}

extension ReferenceRun {
    fileprivate var json: String {
        let results = outputs.sorted { $0.key < $1.key }.map { name, output in
            "\(name.jsonQuoted):{\"shape\":[\(output.shape.map(String.init).joined(separator: ","))],"
                + "\"dtype\":\(output.dtype.jsonQuoted),\"hash\":\"\(output.hash)\"}"
        }
        return "{\"config\":\(config.jsonQuoted),\"layout\":\(layout.jsonQuoted),"
            + "\"vocabulary\":\(vocabulary),\"prompt_length\":\(promptLength),"
            + "\"decode_steps\":\(decodeSteps),\(media)"
            + "\"outputs\":{\(results.joined(separator: ","))}}"
    }

    /// Inputs and marks, each with a comma behind it.
    private var media: String {
        func list(_ numbers: [Int]) -> String {
            "[\(numbers.map(String.init).joined(separator: ","))]"
        }
        let tensors = inputs.map { inputs in
            inputs.sorted { $0.key < $1.key }.map { name, tensor in
                let values = tensor.values.map { ",\"values\":\(list($0))" } ?? ""
                return "\(name.jsonQuoted):{\"shape\":\(list(tensor.shape)),"
                    + "\"dtype\":\(tensor.dtype.jsonQuoted)\(values)}"
            }.joined(separator: ",")
        }
        let places = marks?.map {
            "{\"token\":\($0.token),\"at\":\($0.at),\"count\":\($0.count)}"
        }.joined(separator: ",")
        return (tensors.map { "\"inputs\":{\($0)}," } ?? "")
            + (places.map { "\"marks\":[\($0)]," } ?? "")
    }
}

extension TraceProbes {
    fileprivate var json: String {
        switch self {
        case .modules: "\"modules\""
        case .lines: "\"lines\""
        case .classes(let names): "[\(names.map(\.jsonQuoted).joined(separator: ","))]"
        }
    }
}

extension String {
    /// The text as a JSON string.
    var jsonQuoted: String {
        var quoted = "\""
        for scalar in unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\r": quoted += "\\r"
            case "\t": quoted += "\\t"
            case "\u{0}"..<"\u{20}":
                let digits = String(scalar.value, radix: 16)
                quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}
