#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>

#include "LateLibraries.h"

static void* handle_of(late_library* library) {
    return __atomic_load_n(&library->handle, __ATOMIC_ACQUIRE);
}

const char* late_failure(late_library* library) {
    if (handle_of(library)) return NULL;
    // Two threads may both come here: they get the same handle.
    void* handle = dlopen(library->file, RTLD_LAZY | (library->is_shared ? RTLD_GLOBAL : RTLD_LOCAL));
    if (handle) {
        __atomic_store_n(&library->handle, handle, __ATOMIC_RELEASE);
        return NULL;
    }
    const char* cause = dlerror();
    return cause ? cause : "it cannot be loaded";
}

void* late_symbol(late_library* library, const char* name) {
    const char* failure = late_failure(library);
    void* symbol = failure ? NULL : dlsym(handle_of(library), name);
    if (symbol) return symbol;
    fprintf(stderr, "%s: %s\n", library->file, failure ? failure : dlerror());
    exit(EXIT_FAILURE);
}
