// Digests of bytes, by OpenSSL.
#pragma once

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// Writes the 32 bytes of the SHA-256 digest of `count` bytes.
void cdigests_sha256(const void* _Nullable bytes, size_t count, uint8_t* _Nonnull into);

#ifdef __cplusplus
}
#endif
