#pragma once

#if !__has_include(<sndfile.h>)
#error "sndfile.h not found: run 'make setup' first (it installs libsndfile1-dev)"
#else
#include <sndfile.h>
#endif
