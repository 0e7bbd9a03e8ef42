#include "library.h"

#include "CPython.h"

#define TEXT_OF(value) #value
#define TEXT(value) TEXT_OF(value)
#define NAME "libpython" TEXT(PY_MAJOR_VERSION) "." TEXT(PY_MINOR_VERSION)

#if defined(__APPLE__)
late_library CPython_Library = {NAME ".dylib", 1, NULL};
#else
late_library CPython_Library = {NAME ".so.1.0", 1, NULL};
#endif

const char *CPython_Load(void) { return late_failure(&CPython_Library); }
