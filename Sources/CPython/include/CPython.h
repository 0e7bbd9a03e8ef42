#pragma once

#if !__has_include(<Python.h>)
#error "Python.h not found: run 'make setup' first (it installs libpython3-dev)"
#else
// Before Python.h, which asks the C library for more than Swift's own view of it has: both modules
// must see the same definitions.
#include <signal.h>
#include <sys/select.h>
#define PY_SSIZE_T_CLEAN
#include <Python.h>

/// Loads the library, whose functions can be called afterwards and not before. A program that asks
/// nothing of Python neither needs it nor pays for it.
/// Returns NULL, or the cause of the failure, which stays.
const char *_Nullable CPython_Load(void);

// What CPython offers only as data, as a macro or in several spellings, which Swift cannot see.

PyObject *_Nonnull CPython_None(void);
int CPython_IsFloat(PyObject *_Nonnull object);
int CPython_IsComplex(PyObject *_Nonnull object);
int CPython_IsBool(PyObject *_Nonnull object);
int CPython_IsSyntaxError(PyObject *_Nonnull exception);

static inline PyTypeObject *_Nonnull CPython_TypeOf(PyObject *_Nonnull object) {
    return Py_TYPE(object);
}
static inline int CPython_IsString(PyObject *_Nonnull object) { return PyUnicode_Check(object); }
static inline int CPython_IsInteger(PyObject *_Nonnull object) { return PyLong_Check(object); }
static inline int CPython_IsBytes(PyObject *_Nonnull object) { return PyBytes_Check(object); }
static inline int CPython_IsDictionary(PyObject *_Nonnull object) { return PyDict_Check(object); }
static inline int CPython_IsList(PyObject *_Nonnull object) { return PyList_Check(object); }

/// Takes the pending exception, normalised and with its traceback attached: a new reference.
static inline PyObject *_Nullable CPython_TakeException(void) {
#if PY_VERSION_HEX >= 0x030C0000
    return PyErr_GetRaisedException();
#else
    PyObject *type = NULL, *value = NULL, *traceback = NULL;
    PyErr_Fetch(&type, &value, &traceback);
    if (type == NULL) return NULL;
    PyErr_NormalizeException(&type, &value, &traceback);
    if (value != NULL && traceback != NULL) PyException_SetTraceback(value, traceback);
    Py_XDECREF(type);
    Py_XDECREF(traceback);
    return value;
#endif
}

/// Starts the interpreter with an isolated configuration: no PYTHON… variables, no user site,
/// no signal handlers, UTF-8 mode, unbuffered standard streams. `program`, if given, is the
/// `python` of a virtual environment, whose site-packages are used.
/// Returns NULL, or the cause of the failure. The calling thread holds the GIL afterwards.
static inline const char *_Nullable CPython_Start(const char *_Nullable program) {
    PyPreConfig preconfiguration;
    PyPreConfig_InitIsolatedConfig(&preconfiguration);
    preconfiguration.utf8_mode = 1;
    PyStatus status = Py_PreInitialize(&preconfiguration);
    if (PyStatus_Exception(status)) return status.err_msg ? status.err_msg : "unknown error";

    struct sigaction interrupt;
    sigaction(SIGINT, NULL, &interrupt);

    PyConfig configuration;
    PyConfig_InitIsolatedConfig(&configuration);
    configuration.install_signal_handlers = 0;
    configuration.buffered_stdio = 0;
    if (program != NULL) {
        status = PyConfig_SetBytesString(&configuration, &configuration.program_name, program);
    }
    if (!PyStatus_Exception(status)) status = Py_InitializeFromConfig(&configuration);
    PyConfig_Clear(&configuration);
    if (PyStatus_Exception(status)) return status.err_msg ? status.err_msg : "unknown error";

    // The first import of `_signal` takes SIGINT over whatever the configuration says. It is
    // imported now, and the signal given back, so that Ctrl-C keeps ending the program.
    Py_XDECREF(PyImport_ImportModule("_signal"));
    PyErr_Clear();
    sigaction(SIGINT, &interrupt, NULL);
    return NULL;
}
#endif
