#pragma once

#if !__has_include(<webp/demux.h>)
#error "webp/demux.h not found: run 'make setup' first (it installs libwebp-dev)"
#else
#include <webp/decode.h>
#include <webp/demux.h>
#endif
