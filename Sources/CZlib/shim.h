#pragma once

#if !__has_include(<zlib.h>)
#error "zlib.h not found: run 'make setup' first (it installs zlib1g-dev)"
#else
#include <zlib.h>
#endif
