import CPython

/// The Python interpreter of this process.
///
/// There is one, started when it is first asked for and never shut down, so a ``PythonObject`` may
/// live as long as it likes. It is isolated: it reads no `PYTHON…` variable, installs no signal
/// handler, and sees the packages of one virtual environment only. Every call may come from any
/// thread or task: each takes Python's global lock for its duration.
public final class PythonInterpreter: Sendable {
    /// The virtual environment whose packages can be imported; `nil` if none was found, which is
    /// enough for the standard library.
    public let environment: PythonEnvironment?

    /// The interpreter, started on the first call.
    ///
    /// - Throws: ``PythonStartError``.
    public static var shared: PythonInterpreter {
        get throws { try started.get() }
    }

    private static let started = Result { try PythonInterpreter() }

    private init() throws {
        environment = try PythonEnvironment.locate()
        if let failure = CPython_Load() {
            throw PythonStartError(
                """
                the library of Python \(PythonEnvironment.linkedVersion) cannot be loaded \
                (\(String(cString: failure))): run 'make setup'
                """)
        }
        guard Py_IsInitialized() == 0 else { return }
        if let failure = CPython_Start(environment?.executable.path) {
            throw PythonStartError("Python does not start: \(String(cString: failure))")
        }
        // The starting thread gives the lock back; from here on each call takes and releases it.
        PyEval_SaveThread()
    }

    /// The virtual environment, for what cannot do without its packages.
    ///
    /// - Throws: ``PythonStartError`` that tells to run the set-up.
    public func requiredEnvironment() throws -> PythonEnvironment {
        guard let environment else {
            throw PythonStartError(
                """
                no virtual environment of Python \(PythonEnvironment.linkedVersion) found: \
                run 'make setup', or name one in MLX_PORT_VENV
                """)
        }
        return environment
    }

    /// Runs `body` with Python's global lock held, so that no other thread runs Python meanwhile.
    ///
    /// Calls nest. A single call on a ``PythonObject`` needs no `withGIL`; a run of many is faster
    /// inside one. `body` must not wait for a thread that needs Python.
    public func withGIL<Result>(_ body: () throws -> Result) rethrows -> Result {
        try holdingGIL(body)
    }

    /// The module of that dotted name, imported if it was not yet.
    ///
    /// - Throws: ``PythonError``, `ModuleNotFoundError` for one.
    public func importModule(_ name: String) throws -> PythonObject {
        try holdingGIL { try PythonObject(owned: PyImport_ImportModule(name)) }
    }

    /// The value of a Python expression, evaluated with `variables` and the built-in names.
    ///
    /// - Throws: ``PythonError``.
    public func evaluate(
        _ expression: String, _ variables: [String: any PythonConvertible] = [:]
    ) throws -> PythonObject {
        try holdingGIL {
            try importModule("builtins").callMethod(
                "eval", expression, PythonObject.dictionary(variables))
        }
    }

    /// A new module made of Python source text; it is not entered into `sys.modules`.
    ///
    /// - Parameters:
    ///   - name: The module's `__name__`.
    ///   - path: Its `__file__`, which tracebacks show.
    /// - Throws: ``PythonError``.
    public func makeModule(
        source: String, name: String, path: String = "<string>"
    ) throws -> PythonObject {
        try holdingGIL {
            let builtins = try importModule("builtins")
            let code = try builtins.callMethod("compile", source, path, "exec")
            let module = try importModule("types").callMethod("ModuleType", name)
            try module.setAttribute("__file__", to: path)
            try builtins.callMethod("exec", code, module.attribute("__dict__"))
            return module
        }
    }
}

/// Why the interpreter cannot be started, or not with the packages it needs.
public struct PythonStartError: Error, Hashable, Sendable, CustomStringConvertible {
    public let description: String

    init(_ description: String) { self.description = description }
}

/// Runs `body` with the global lock held. Only to be called once the interpreter is started, which
/// whoever has a `PythonObject` knows.
func holdingGIL<Result>(_ body: () throws -> Result) rethrows -> Result {
    let state = PyGILState_Ensure()
    defer { PyGILState_Release(state) }
    return try body()
}
