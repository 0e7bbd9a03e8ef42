#pragma once

#if !__has_include(<openssl/sha.h>)
#error "openssl/sha.h not found: run 'make setup' first (it installs libssl-dev)"
#else
#include <openssl/sha.h>
#endif
