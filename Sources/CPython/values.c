#include "CPython.h"
#include "library.h"

static int is_instance(PyObject *object, const char *type) {
    PyTypeObject *found = late_symbol(&CPython_Library, type);
    return PyObject_TypeCheck(object, found);
}

PyObject *CPython_None(void) { return late_symbol(&CPython_Library, "_Py_NoneStruct"); }

int CPython_IsFloat(PyObject *object) { return is_instance(object, "PyFloat_Type"); }

int CPython_IsComplex(PyObject *object) { return is_instance(object, "PyComplex_Type"); }

int CPython_IsBool(PyObject *object) {
    PyTypeObject *type = late_symbol(&CPython_Library, "PyBool_Type");
    return Py_IS_TYPE(object, type);
}

int CPython_IsSyntaxError(PyObject *exception) {
    PyObject **type = late_symbol(&CPython_Library, "PyExc_SyntaxError");
    return PyErr_GivenExceptionMatches(exception, *type);
}
