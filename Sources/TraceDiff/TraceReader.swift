import Foundation

extension Trace {
    /// Reads a trace file.
    ///
    /// - Parameter path: a file with a header and one record a line, compressed by gzip or not.
    /// - Throws: ``TraceError`` with the file and the line, for a file that cannot be read, is no
    ///   trace, has another format, is damaged or ends too early.
    public init(contentsOf path: String) throws(TraceError) {
        var isDirectory: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else {
            throw TraceError(file: path, .file("no such file"))
        }
        guard !isDirectory.boolValue else {
            throw TraceError(file: path, .file("a folder, not a trace file"))
        }
        let data: Data
        do {
            data = try Data(contentsOf: URL(fileURLWithPath: path), options: .mappedIfSafe)
        } catch {
            throw TraceError(file: path, .file("cannot be read"))
        }
        try self.init(data, file: path)
    }

    /// Reads a trace from memory, compressed by gzip or not; `file` names it in errors.
    public init(_ data: Data, file: String) throws(TraceError) {
        var data = data
        if Gzip.isCompressed(data) {
            do {
                data = try Gzip.unpack(data)
            } catch {
                throw TraceError(file: file, .corrupt("compressed data: \(error.cause)"))
            }
        }
        var reader = TraceReader(file: file)
        let result = data.withUnsafeBytes { raw in
            Result { () throws(TraceError) in
                try reader.read(raw.bindMemory(to: UInt8.self))
            }
        }
        self = try result.get()
    }
}

/// Splits a file into lines and turns each into a record.
private struct TraceReader {
    let file: String
    /// Paths, classes and source places come back in every pass: each is kept once.
    private var strings: Set<String> = []
    private var shapes: Set<[Int]> = []

    init(file: String) { self.file = file }

    mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) throws(TraceError) -> Trace {
        guard !bytes.isEmpty else { throw TraceError(file: file, .foreign("the file is empty")) }
        var lines = LineIterator(bytes)
        guard let first = lines.next() else {
            throw TraceError(file: file, .foreign("the file is empty"))
        }
        let header = try header(first.bytes, isComplete: first.isComplete)

        var records: [TraceRecord] = []
        var number = 1
        while let line = lines.next() {
            number += 1
            guard line.isComplete else {
                throw TraceError(
                    file: file, line: number,
                    .truncated("the last line has no end; record it again"))
            }
            records.append(try record(line.bytes, line: number))
        }
        if let announced = header.records, announced != records.count {
            let counts = "the header announces \(announced) records, the file has \(records.count)"
            throw TraceError(
                file: file, announced > records.count ? .truncated(counts) : .corrupt(counts))
        }
        return Trace(header: header, records: records)
    }

    private func header(
        _ bytes: UnsafeBufferPointer<UInt8>, isComplete: Bool
    ) throws(TraceError) -> TraceHeader {
        let data = Data(bytes.prefix(65_536))
        guard
            let object = (try? JSONSerialization.jsonObject(with: data)) as? [String: Any],
            let format = object["trace"]
        else {
            // A header that was cut off still starts like one.
            if !isComplete, data.starts(with: Data("{\"trace\"".utf8)) {
                throw TraceError(file: file, line: 1, .truncated("the header has no end"))
            }
            throw TraceError(
                file: file, line: 1, .foreign("the first line has no header {\"trace\": 1, …}"))
        }
        guard let format = format as? Int else {
            throw TraceError(file: file, line: 1, .corrupt("\"trace\" is not an integer"))
        }
        guard format == TraceHeader.currentFormat else {
            throw TraceError(
                file: file, line: 1, .format(found: format, known: TraceHeader.currentFormat))
        }
        do {
            return try JSONDecoder().decode(TraceHeader.self, from: data)
        } catch let error as DecodingError {
            throw TraceError(file: file, line: 1, .corrupt("header: \(Self.message(error))"))
        } catch {
            throw TraceError(file: file, line: 1, .corrupt("header: \(error)"))
        }
    }

    private static func message(_ error: DecodingError) -> String {
        switch error {
        case .keyNotFound(let key, _): "the key \"\(key.stringValue)\" is missing"
        case .typeMismatch(_, let context), .valueNotFound(_, let context):
            "the key \"\(context.codingPath.last?.stringValue ?? "")\" has the wrong type"
        case .dataCorrupted(let context): context.debugDescription
        @unknown default: "\(error)"
        }
    }

    private mutating func record(
        _ bytes: UnsafeBufferPointer<UInt8>, line: Int
    ) throws(TraceError) -> TraceRecord {
        var scanner = TraceLineScanner(bytes)
        var fields = TraceFields()
        do {
            try scanner.object { scanner, key in
                try fields.read(key, from: &scanner, strings: &strings, shapes: &shapes)
            }
            try scanner.end()
            return try fields.record()
        } catch let failure as TraceLineScanner.Failure {
            throw TraceError(
                file: file, line: line, .corrupt("column \(scanner.column): \(failure.message)"))
        } catch {
            throw TraceError(file: file, line: line, .corrupt("\(error)"))
        }
    }
}

/// The fields of a record while its line is being read.
private struct TraceFields {
    private var run: String?
    private var kind: TraceRecord.Kind?
    private var path: String?
    private var source: String?
    private var name: String?
    private var call: Int?
    private var shape: [Int]?
    private var dtype: String?
    private var sum: Double?
    private var l2: Double?
    private var min: Double?
    private var max: Double?
    private var checksum: TraceChecksum?
    private var hash: TraceHash?

    mutating func read(
        _ key: String, from scanner: inout TraceLineScanner, strings: inout Set<String>,
        shapes: inout Set<[Int]>
    ) throws {
        func shared(_ text: String) -> String { strings.insert(text).memberAfterInsert }

        switch key {
        case "run": run = shared(try scanner.string())
        case "kind":
            let text = try scanner.string()
            guard let known = TraceRecord.Kind(rawValue: text) else {
                throw TraceLineScanner.Failure(message: "unknown kind \"\(text.prefix(20))\"")
            }
            kind = known
        case "path": path = shared(try scanner.string())
        case "source": source = shared(try scanner.string())
        case "name": name = shared(try scanner.string())
        case "call": call = try scanner.integer()
        case "shape": shape = shapes.insert(try Self.shape(from: &scanner)).memberAfterInsert
        case "dtype": dtype = shared(try scanner.string())
        case "sum": sum = try scanner.number()
        case "l2": l2 = try scanner.number()
        case "min": min = try scanner.number()
        case "max": max = try scanner.number()
        case "checksum": checksum = try scanner.checksum()
        case "hash": hash = try scanner.hash()
        default: try scanner.skipValue()
        }
    }

    private static func shape(from scanner: inout TraceLineScanner) throws -> [Int] {
        var shape: [Int] = []
        var count = 1
        try scanner.array { scanner in
            let extent = try scanner.integer()
            let (product, overflow) = count.multipliedReportingOverflow(by: extent)
            guard extent >= 0, !overflow else {
                throw TraceLineScanner.Failure(message: "the impossible extent \(extent)")
            }
            count = product
            shape.append(extent)
        }
        return shape
    }

    func record() throws -> TraceRecord {
        TraceRecord(
            run: try required(run, "run"), kind: try required(kind, "kind"),
            path: try required(path, "path"), source: try required(source, "source"),
            name: try required(name, "name"), call: try required(call, "call"),
            shape: try required(shape, "shape"), dtype: try required(dtype, "dtype"),
            sum: try required(sum, "sum"), l2: try required(l2, "l2"),
            min: try required(min, "min"), max: try required(max, "max"),
            checksum: checksum, hash: try required(hash, "hash"))
    }

    private func required<Value>(_ value: Value?, _ key: String) throws -> Value {
        guard let value else {
            throw TraceLineScanner.Failure(message: "the key \"\(key)\" is missing")
        }
        return value
    }
}

/// The lines of a file, without their line feeds.
private struct LineIterator {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var start = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    mutating func next() -> (bytes: UnsafeBufferPointer<UInt8>, isComplete: Bool)? {
        guard start < bytes.count, let base = bytes.baseAddress else { return nil }
        let rest = bytes.count - start
        let found = memchr(base + start, 0x0A, rest)
        let end = found.map { UnsafePointer($0.assumingMemoryBound(to: UInt8.self)) - base }
        let line = UnsafeBufferPointer(start: base + start, count: (end ?? bytes.count) - start)
        start = (end ?? bytes.count) + 1
        return (line, end != nil)
    }
}
