#pragma once

#if !__has_include(<jpeglib.h>)
#error "jpeglib.h not found: run 'make setup' first (it installs libjpeg-dev)"
#else
#include <stdio.h>
#include <jpeglib.h>
#endif
