#include "CPython.h"
#include "library.h"

/// The address of a value of the library, looked up once.
#define VALUE(name)                                     \
    ({                                                  \
        static void *known;                             \
        late_known(&known, &CPython_Library, #name);    \
    })

PyObject *CPython_None(void) { return VALUE(_Py_NoneStruct); }

int CPython_IsFloat(PyObject *object) {
    PyTypeObject *type = VALUE(PyFloat_Type);
    return PyObject_TypeCheck(object, type);
}

int CPython_IsComplex(PyObject *object) {
    PyTypeObject *type = VALUE(PyComplex_Type);
    return PyObject_TypeCheck(object, type);
}

int CPython_IsBool(PyObject *object) {
    PyTypeObject *type = VALUE(PyBool_Type);
    return Py_IS_TYPE(object, type);
}

int CPython_IsSyntaxError(PyObject *exception) {
    PyObject **type = VALUE(PyExc_SyntaxError);
    return PyErr_GivenExceptionMatches(exception, *type);
}
