#pragma once

#if !__has_include(<png.h>)
#error "png.h not found: run 'make setup' first (it installs libpng-dev)"
#else
#include <png.h>
#endif
