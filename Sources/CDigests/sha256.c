#include "CDigests.h"
#include "LateLibraries.h"

static late_library openssl = {"libcrypto.so.3", 0, NULL};

// As <openssl/sha.h> has it.
typedef unsigned char* (*digest)(const unsigned char* bytes, size_t count, unsigned char* into);

void cdigests_sha256(const void* bytes, size_t count, uint8_t* into) {
    // An empty buffer may have no address, but the function wants one.
    ((digest)late_symbol(&openssl, "SHA256"))(bytes ? bytes : into, count, into);
}
