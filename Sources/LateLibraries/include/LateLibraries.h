// Libraries that are loaded when something of them is first needed: a program that never needs them
// starts without, and holds nothing of theirs in memory.
#pragma once

#ifdef __cplusplus
extern "C" {
#endif

/// A library, by its file's name; the system's loader knows the folder.
typedef struct late_library {
    const char* _Nonnull file;
    /// Whether functions that the library loads in turn may call it, as Python's modules do.
    int is_shared;
    /// What the loader answered; null before the first use.
    void* _Nullable handle;
} late_library;

/// Loads the library unless it is there. Null, or the loader's words for why it cannot be loaded;
/// they stay until this thread's next call.
const char* _Nullable late_failure(late_library* _Nonnull library);

/// The address of what the library calls `name`. Ends the process, with a message, if it cannot be
/// loaded or has no such name, as the loader itself does at a program's start.
void* _Nonnull late_symbol(late_library* _Nonnull library, const char* _Nonnull name);

/// The same, looked up once: `known` keeps it, and is null before.
static inline void* _Nonnull late_known(
    void* _Nullable* _Nonnull known, late_library* _Nonnull library, const char* _Nonnull name
) {
    void* symbol = __atomic_load_n(known, __ATOMIC_ACQUIRE);
    if (!symbol) {
        symbol = late_symbol(library, name);
        __atomic_store_n(known, symbol, __ATOMIC_RELEASE);
    }
    return symbol;
}

#ifdef __cplusplus
}
#endif

/// Defines a function that calls its namesake in a library, which is looked up once.
#define LATE_FUNCTION(library, result, name, parameters, arguments)           \
    result name parameters {                                                  \
        static void* known;                                                   \
        return ((result(*) parameters)late_known(&known, library, #name))arguments; \
    }
