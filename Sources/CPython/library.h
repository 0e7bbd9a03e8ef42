#pragma once

#include "LateLibraries.h"

/// CPython's library, of the version that the headers are of.
extern late_library CPython_Library;
