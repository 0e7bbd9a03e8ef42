import CPython

/// A reference to a Python object, released when the last Swift reference goes.
///
/// All members may be used from any thread; each takes Python's global lock for its duration.
public final class PythonObject: @unchecked Sendable {
    /// The object, for use with the C API while the lock is held and this reference lives.
    public let pointer: UnsafeMutablePointer<PyObject>

    /// Takes over a new reference that the C API returned; `nil` stands for the pending exception.
    /// The lock must be held.
    ///
    /// - Throws: The pending exception as a ``PythonError``.
    public init(owned pointer: UnsafeMutablePointer<PyObject>?) throws {
        guard let pointer else { throw PythonError.takePending() }
        self.pointer = pointer
    }

    /// Shares an object that someone else keeps alive. The lock must be held.
    public init(borrowed pointer: UnsafeMutablePointer<PyObject>) {
        Py_IncRef(pointer)
        self.pointer = pointer
    }

    deinit {
        holdingGIL { Py_DecRef(pointer) }
    }

    // MARK: Attributes and items

    /// `self.name`.
    public func attribute(_ name: String) throws -> PythonObject {
        try holdingGIL { try PythonObject(owned: PyObject_GetAttrString(pointer, name)) }
    }

    /// Whether `self.name` exists.
    public func hasAttribute(_ name: String) -> Bool {
        holdingGIL { PyObject_HasAttrString(pointer, name) != 0 }
    }

    /// `self.name = value`.
    public func setAttribute(_ name: String, to value: any PythonConvertible) throws {
        try holdingGIL {
            let value = try value.pythonObject()
            try checked(PyObject_SetAttrString(pointer, name, value.pointer))
        }
    }

    /// `self[key]`.
    public func item(_ key: any PythonConvertible) throws -> PythonObject {
        try holdingGIL {
            let key = try key.pythonObject()
            return try PythonObject(owned: PyObject_GetItem(pointer, key.pointer))
        }
    }

    /// `self[key] = value`.
    public func setItem(_ key: any PythonConvertible, to value: any PythonConvertible) throws {
        try holdingGIL {
            let (key, value) = (try key.pythonObject(), try value.pythonObject())
            try checked(PyObject_SetItem(pointer, key.pointer, value.pointer))
        }
    }

    /// `key in self`.
    public func contains(_ key: any PythonConvertible) throws -> Bool {
        try holdingGIL {
            let key = try key.pythonObject()
            return try checked(PySequence_Contains(pointer, key.pointer)) != 0
        }
    }

    // MARK: Calls

    /// `self(*arguments, **keywords)`.
    @discardableResult
    public func call(
        _ arguments: (any PythonConvertible)...,
        keywords: KeyValuePairs<String, any PythonConvertible> = [:]
    ) throws -> PythonObject {
        try call(arguments: arguments, keywords: Array(keywords))
    }

    /// `self.name(*arguments, **keywords)`.
    @discardableResult
    public func callMethod(
        _ name: String, _ arguments: (any PythonConvertible)...,
        keywords: KeyValuePairs<String, any PythonConvertible> = [:]
    ) throws -> PythonObject {
        try holdingGIL {
            try attribute(name).call(arguments: arguments, keywords: Array(keywords))
        }
    }

    /// `self(*arguments, **keywords)`, with arguments that are only known at run time.
    @discardableResult
    public func call(
        arguments: [any PythonConvertible],
        keywords: [(key: String, value: any PythonConvertible)] = []
    ) throws -> PythonObject {
        try holdingGIL {
            let positional = try PythonObject.tuple(arguments)
            guard !keywords.isEmpty else {
                return try PythonObject(owned: PyObject_CallObject(pointer, positional.pointer))
            }
            let named = try PythonObject(owned: PyDict_New())
            for (key, value) in keywords { try named.setItem(key, to: value) }
            return try PythonObject(
                owned: PyObject_Call(pointer, positional.pointer, named.pointer))
        }
    }

    // MARK: Type and text

    /// `self is None`.
    public var isNone: Bool { holdingGIL { pointer == CPython_None() } }

    /// The truth value that `if self:` sees.
    public var isTrue: Bool {
        get throws { try holdingGIL { try checked(PyObject_IsTrue(pointer)) != 0 } }
    }

    /// The name of the object's class, without its module.
    public var typeName: String {
        let type = try? holdingGIL { try PythonObject(owned: PyObject_Type(pointer)) }
        return (try? type?.attribute("__name__").converted()) ?? "object"
    }

    /// `repr(self)`.
    public var representation: String {
        text(of: PyObject_Repr)
    }

    private func text(
        of function: (UnsafeMutablePointer<PyObject>?) -> UnsafeMutablePointer<PyObject>?
    ) -> String {
        holdingGIL {
            do {
                return try PythonObject(owned: function(pointer)).converted()
            } catch {
                return "<\(typeName)>"
            }
        }
    }
}

extension PythonObject: CustomStringConvertible {
    /// `str(self)`.
    public var description: String { text(of: PyObject_Str) }
}

// MARK: - Iteration

/// A Python iterator: the values of a list, of a generator, ….
public struct PythonIterator: Sendable {
    private let iterator: PythonObject

    init(over object: PythonObject) throws {
        iterator = try holdingGIL {
            try PythonObject(owned: PyObject_GetIter(object.pointer))
        }
    }

    /// `next(self)`, `nil` at the end.
    public func next() throws -> PythonObject? {
        try holdingGIL {
            if let value = PyIter_Next(iterator.pointer) { return try PythonObject(owned: value) }
            if PyErr_Occurred() != nil { throw PythonError.takePending() }
            return nil
        }
    }
}

extension PythonObject {
    /// `iter(self)`, for values that come one by one.
    public func makeIterator() throws -> PythonIterator { try PythonIterator(over: self) }

    /// `list(self)`: the elements of any iterable.
    public func elements() throws -> [PythonObject] {
        try holdingGIL {
            let iterator = try makeIterator()
            var elements: [PythonObject] = []
            while let element = try iterator.next() { elements.append(element) }
            return elements
        }
    }

    /// `list(self.items())`: the entries of a mapping, in its order.
    public func items() throws -> [(key: PythonObject, value: PythonObject)] {
        try holdingGIL {
            try callMethod("items").elements().map { pair in
                (key: try pair.item(0), value: try pair.item(1))
            }
        }
    }

    /// `len(self)`.
    public var count: Int {
        get throws { try holdingGIL { try checked(PyObject_Size(pointer)) } }
    }
}

/// The result of a C API function that reports an exception by -1. The lock must be held.
@discardableResult
func checked<Value: FixedWidthInteger>(_ result: Value) throws -> Value {
    guard result != -1 || PyErr_Occurred() == nil else { throw PythonError.takePending() }
    return result
}
