import CPython
import Foundation

/// What can be given to Python: numbers, text, bytes (`Data`), arrays, dictionaries, `nil`.
public protocol PythonConvertible {
    /// The value as a Python object.
    ///
    /// - Throws: ``PythonError``.
    func pythonObject() throws -> PythonObject
}

/// What can be read from a Python object.
public protocol PythonReadable {
    /// The object's value.
    ///
    /// - Throws: ``PythonError``, a `TypeError` or `OverflowError`, if it has another type.
    init(_ object: PythonObject) throws
}

extension PythonObject: PythonConvertible {
    public func pythonObject() -> PythonObject { self }

    /// The object as a Swift value.
    ///
    /// - Throws: ``PythonError``, a `TypeError` or `OverflowError`, if it has another type.
    public func converted<Value: PythonReadable>(to type: Value.Type = Value.self) throws -> Value {
        try Value(self)
    }

    /// Python's `None`.
    public static var none: PythonObject {
        get throws {
            _ = try PythonInterpreter.shared
            return holdingGIL { PythonObject(borrowed: CPython_None()) }
        }
    }

    /// A Python tuple.
    public static func tuple(_ values: [any PythonConvertible]) throws -> PythonObject {
        try creating {
            let tuple = try PythonObject(owned: PyTuple_New(values.count))
            for (index, value) in values.enumerated() {
                let object = try value.pythonObject()
                Py_IncRef(object.pointer)
                try checked(PyTuple_SetItem(tuple.pointer, index, object.pointer))
            }
            return tuple
        }
    }

    /// A Python dictionary; its keys are in alphabetic order, so that runs can be repeated.
    public static func dictionary(_ values: [String: any PythonConvertible]) throws -> PythonObject
    {
        try creating {
            let dictionary = try PythonObject(owned: PyDict_New())
            for (key, value) in values.sorted(by: { $0.key < $1.key }) {
                try dictionary.setItem(key, to: value)
            }
            return dictionary
        }
    }

    /// A copy of the bytes of any object with a contiguous buffer: `bytes`, `bytearray`, a NumPy
    /// array, ….
    ///
    /// - Throws: ``PythonError`` if it has none.
    public func bytes() throws -> [UInt8] {
        try withBytes { Array($0) }
    }

    /// Calls `body` with the bytes of any object with a contiguous buffer, without a copy. The lock
    /// is held meanwhile.
    ///
    /// - Throws: ``PythonError`` if it has none, and what `body` throws.
    public func withBytes<Result>(
        _ body: (UnsafeRawBufferPointer) throws -> Result
    ) throws -> Result {
        try holdingGIL {
            var view = Py_buffer()
            try checked(PyObject_GetBuffer(pointer, &view, PyBUF_SIMPLE))
            defer { PyBuffer_Release(&view) }
            return try body(UnsafeRawBufferPointer(start: view.buf, count: view.len))
        }
    }

    /// Makes a new object with the interpreter started and the lock held.
    fileprivate static func creating(_ body: () throws -> PythonObject) throws -> PythonObject {
        try PythonInterpreter.shared.withGIL(body)
    }

    fileprivate func mismatch(_ expected: String) -> PythonError {
        PythonError(typeName: "TypeError", message: "expected \(expected), not \(typeName)")
    }
}

// MARK: - Scalars

extension Bool: PythonConvertible, PythonReadable {
    public func pythonObject() throws -> PythonObject {
        try .creating { try PythonObject(owned: PyBool_FromLong(self ? 1 : 0)) }
    }

    /// Reads a `bool` and nothing else; for the truth of any object there is
    /// ``PythonObject/isTrue``.
    public init(_ object: PythonObject) throws {
        guard holdingGIL({ CPython_IsBool(object.pointer) != 0 }) else {
            throw object.mismatch("a bool")
        }
        self = try object.isTrue
    }
}

extension Int: PythonConvertible, PythonReadable {
    public func pythonObject() throws -> PythonObject {
        try .creating { try PythonObject(owned: PyLong_FromLongLong(Int64(self))) }
    }

    /// Reads an `int`, or what stands for one as an index, such as NumPy's integers.
    public init(_ object: PythonObject) throws {
        self = try holdingGIL {
            let index = try PythonObject(owned: PyNumber_Index(object.pointer))
            return Int(try checked(PyLong_AsLongLong(index.pointer)))
        }
    }
}

extension Double: PythonConvertible, PythonReadable {
    public func pythonObject() throws -> PythonObject {
        try .creating { try PythonObject(owned: PyFloat_FromDouble(self)) }
    }

    /// Reads a `float`, an `int`, or what has `__float__`.
    public init(_ object: PythonObject) throws {
        self = try holdingGIL {
            let value = PyFloat_AsDouble(object.pointer)
            if value == -1, PyErr_Occurred() != nil { throw PythonError.takePending() }
            return value
        }
    }
}

extension Float: PythonConvertible, PythonReadable {
    public func pythonObject() throws -> PythonObject { try Double(self).pythonObject() }
    public init(_ object: PythonObject) throws { self = Float(try Double(object)) }
}

extension String: PythonConvertible, PythonReadable {
    public func pythonObject() throws -> PythonObject {
        var text = self
        return try .creating {
            try text.withUTF8 { utf8 in
                try utf8.withMemoryRebound(to: CChar.self) { characters in
                    try PythonObject(
                        owned: PyUnicode_DecodeUTF8(
                            // An empty Swift buffer may have no address.
                            characters.baseAddress ?? UnsafePointer(bitPattern: 1)!,
                            characters.count, nil))
                }
            }
        }
    }

    /// Reads a `str`. A lone surrogate, which no Swift string can hold, is a `UnicodeEncodeError`.
    public init(_ object: PythonObject) throws {
        self = try holdingGIL {
            guard CPython_IsString(object.pointer) != 0 else { throw object.mismatch("a str") }
            var count = 0
            guard let utf8 = PyUnicode_AsUTF8AndSize(object.pointer, &count) else {
                throw PythonError.takePending()
            }
            return utf8.withMemoryRebound(to: UInt8.self, capacity: count) {
                String(decoding: UnsafeBufferPointer(start: $0, count: count), as: UTF8.self)
            }
        }
    }
}

extension Data: PythonConvertible, PythonReadable {
    /// A Python `bytes`.
    public func pythonObject() throws -> PythonObject {
        try .creating {
            try withUnsafeBytes { bytes in
                try PythonObject(
                    owned: PyBytes_FromStringAndSize(
                        bytes.assumingMemoryBound(to: CChar.self).baseAddress, bytes.count))
            }
        }
    }

    /// Reads the bytes of any object with a contiguous buffer.
    public init(_ object: PythonObject) throws {
        self = try object.withBytes { Data($0) }
    }
}

// MARK: - Collections

extension Optional: PythonConvertible where Wrapped: PythonConvertible {
    public func pythonObject() throws -> PythonObject {
        switch self {
        case .none: try PythonObject.none
        case .some(let value): try value.pythonObject()
        }
    }
}

extension Optional: PythonReadable where Wrapped: PythonReadable {
    /// Reads `None` as `nil`.
    public init(_ object: PythonObject) throws {
        self = object.isNone ? nil : try Wrapped(object)
    }
}

extension Array: PythonConvertible where Element: PythonConvertible {
    /// A Python list.
    public func pythonObject() throws -> PythonObject {
        try .creating {
            let list = try PythonObject(owned: PyList_New(0))
            for element in self {
                let object = try element.pythonObject()
                try checked(PyList_Append(list.pointer, object.pointer))
            }
            return list
        }
    }
}

extension Array: PythonReadable where Element: PythonReadable {
    /// Reads any iterable but text.
    public init(_ object: PythonObject) throws {
        self = try holdingGIL {
            guard CPython_IsString(object.pointer) == 0 else { throw object.mismatch("a list") }
            return try object.elements().map { try Element($0) }
        }
    }
}

extension Dictionary: PythonConvertible where Key == String, Value: PythonConvertible {
    /// A Python dictionary; its keys are in alphabetic order, so that runs can be repeated.
    public func pythonObject() throws -> PythonObject { try .dictionary(self) }
}

extension Dictionary: PythonReadable where Key: PythonReadable, Value: PythonReadable {
    /// Reads a `dict`.
    public init(_ object: PythonObject) throws {
        self = try holdingGIL {
            guard CPython_IsDictionary(object.pointer) != 0 else { throw object.mismatch("a dict") }
            let pairs = try object.items().map { (try Key($0.key), try Value($0.value)) }
            return Dictionary(pairs, uniquingKeysWith: { _, last in last })
        }
    }
}
