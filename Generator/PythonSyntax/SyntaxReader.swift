import CPython
import EmbeddedPython

/// A node of CPython's syntax tree, kept alive by the tree's root.
typealias Node = UnsafeMutablePointer<PyObject>

/// Reads CPython's syntax tree through the C API, node by node, into Swift values.
///
/// Nodes are read by class and attribute name, so that attributes that a newer CPython adds do no
/// harm, and a node class that it adds is `.other`. The global lock must be held throughout, and
/// the tree's root be alive.
struct SyntaxReader {
    /// Python code nests a few dozen levels; deeper trees would only exhaust the stack.
    static let maximumDepth = 300

    private let classes: [UnsafeMutablePointer<PyTypeObject>: NodeClass]
    private let names: [PythonObject]

    init() throws {
        let ast = try PythonInterpreter.shared.importModule("ast")
        var classes: [UnsafeMutablePointer<PyTypeObject>: NodeClass] = [:]
        for nodeClass in NodeClass.allCases where ast.hasAttribute(nodeClass.pythonName) {
            let type = try ast.attribute(nodeClass.pythonName).pointer
            classes[UnsafeMutableRawPointer(type).assumingMemoryBound(to: PyTypeObject.self)] =
                nodeClass
        }
        self.classes = classes
        names = try Field.allCases.map {
            try PythonObject(owned: PyUnicode_InternFromString($0.pythonName))
        }
    }

    /// The statements of an `ast.Module`.
    func module(_ tree: PythonObject) throws -> [Statement] {
        try withExtendedLifetime(tree) { try statements(tree.pointer, .body, depth: 0) }
    }

    // MARK: Reading a node

    func nodeClass(of node: Node) -> NodeClass? { classes[CPython_TypeOf(node)] }

    /// The name of a class that ``NodeClass`` does not know, without its module.
    func className(of node: Node) -> String {
        let name = String(cString: CPython_TypeOf(node).pointee.tp_name)
        return name.split(separator: ".").last.map(String.init) ?? name
    }

    /// The attribute's value, `nil` where the node has no such attribute or it is `None`.
    func value(_ node: Node, _ field: Field) -> Node? {
        guard let value = PyObject_GetAttr(node, names[field.rawValue].pointer) else {
            PyErr_Clear()
            return nil
        }
        // The node keeps its attributes alive, and nobody changes the tree.
        Py_DecRef(value)
        return value == CPython_None() ? nil : value
    }

    /// A child that Python's grammar requires.
    func child(_ node: Node, _ field: Field) throws -> Node {
        guard let child = value(node, field) else {
            throw UnreadableNode(
                span: span(of: node),
                message: "\(className(of: node)) without '\(field.pythonName)'")
        }
        return child
    }

    /// The elements of a list attribute, `nil` for `None` elements; none if it is missing.
    func children(_ node: Node, _ field: Field) -> [Node?] {
        guard let list = value(node, field), CPython_IsList(list) != 0 else { return [] }
        return (0..<PyList_Size(list)).map { index in
            let element = PyList_GetItem(list, index)
            return element == CPython_None() ? nil : element
        }
    }

    func integer(_ node: Node, _ field: Field) -> Int? {
        guard let value = value(node, field), CPython_IsInteger(value) != 0 else { return nil }
        return PyLong_AsLong(value)
    }

    func optionalString(_ node: Node, _ field: Field) throws -> String? {
        try value(node, field).map { try string($0, in: node) }
    }

    func string(_ node: Node, _ field: Field) throws -> String {
        try string(child(node, field), in: node)
    }

    /// The names in a list attribute.
    func strings(_ node: Node, _ field: Field) throws -> [String] {
        try children(node, field).compactMap { $0 }.map { try string($0, in: node) }
    }

    /// A Python `str` that belongs to `node`.
    func string(_ value: Node, in node: Node) throws -> String {
        var count = 0
        guard CPython_IsString(value) != 0, let utf8 = PyUnicode_AsUTF8AndSize(value, &count) else {
            PyErr_Clear()
            throw UnreadableNode(
                span: span(of: node),
                message: "a string literal holds a lone surrogate, which is not Unicode text")
        }
        return utf8.withMemoryRebound(to: UInt8.self, capacity: count) {
            String(decoding: UnsafeBufferPointer(start: $0, count: count), as: UTF8.self)
        }
    }

    func span(of node: Node) -> SourceSpan {
        guard let line = integer(node, .lineno), let column = integer(node, .colOffset) else {
            return .synthesized
        }
        return SourceSpan(
            line: line, column: column + 1,
            endLine: integer(node, .endLineno) ?? line,
            endColumn: (integer(node, .endColOffset) ?? column) + 1)
    }

    /// The depth of the children of a node at `depth`.
    func deeper(_ depth: Int, at node: Node) throws -> Int {
        guard depth < Self.maximumDepth else {
            throw UnreadableNode(
                span: span(of: node),
                message: "the code is nested more than \(Self.maximumDepth) levels deep")
        }
        return depth + 1
    }
}

/// A node that cannot be expressed as a Swift value.
struct UnreadableNode: Error {
    let span: SourceSpan
    let message: String
}

/// The classes of CPython's `ast` that have a Swift form.
enum NodeClass: String, CaseIterable {
    // Statements
    case expr, assign, annAssign, augAssign, `return`, `if`, `for`, `while`, `break`, `continue`
    case pass, assert, raise, `try`, with, functionDef, asyncFunctionDef, classDef, `import`,
        importFrom
    case delete, global, nonlocal, match
    // Patterns
    case matchValue, matchSingleton, matchOr, matchAs, matchClass
    // Expressions
    case name, constant, attribute, `subscript`, slice, call, unaryOp, binOp, boolOp, compare, ifExp
    case tuple, list, set, dict, lambda, listComp, setComp, dictComp, generatorExp, joinedStr
    case formattedValue, starred, namedExpr
    // Operators
    case uAdd, uSub, not, invert
    case add, sub, mult, div, floorDiv, mod, pow, matMult, lShift, rShift, bitAnd, bitOr, bitXor
    case and, or
    case eq, notEq, lt, ltE, gt, gtE, `is`, isNot, `in`, notIn

    /// The class as Python spells it: `.ifExp` is `IfExp`.
    var pythonName: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }
}

/// The attributes of CPython's nodes.
enum Field: Int, CaseIterable {
    case annotation, arg, args, asname, attr, bases, body, cases, cause, cls, comparators,
        contextExpr
    case conversion, decoratorList, defaults, elt, elts, exc, finalbody, formatSpec, `func`
    case `guard`, kwdAttrs, kwdPatterns, pattern, patterns, subject
    case generators, handlers, id, ifs, isAsync, items, iter, key, keys, keywords, kwDefaults
    case kwarg, kwonlyargs, left, level, lower, module, msg, name, names, op, operand, ops
    case optionalVars, orelse, posonlyargs, returns, right, slice, step, target, targets, test
    case type, typeParams, upper, value, values, vararg
    case lineno, colOffset, endLineno, endColOffset

    /// The attribute as Python spells it: `.decoratorList` is `decorator_list`.
    var pythonName: String {
        "\(self)".reduce(into: "") { $0 += $1.isUppercase ? "_\($1.lowercased())" : "\($1)" }
    }
}
