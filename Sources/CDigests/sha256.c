#include "CDigests.h"
#include "LateLibraries.h"

static late_library openssl = {"libcrypto.so.3", 0, NULL};

// As <openssl/sha.h> has it.
static LATE_FUNCTION(
    &openssl, unsigned char*, SHA256, (const unsigned char* bytes, size_t count, unsigned char* into),
    (bytes, count, into))

void cdigests_sha256(const void* bytes, size_t count, uint8_t* into) {
    // An empty buffer may have no address, but the function wants one.
    SHA256(bytes ? bytes : into, count, into);
}
