// The C interface of the engine (libmlx) for Swift. One short function an operation; every C++
// exception ends inside as a `cmlx_error`.
#pragma once

#include "cmlx_array.h"
#include "cmlx_creation.h"
#include "cmlx_elementwise.h"
#include "cmlx_fast.h"
#include "cmlx_indexing.h"
#include "cmlx_io.h"
#include "cmlx_linalg.h"
#include "cmlx_products.h"
#include "cmlx_random.h"
#include "cmlx_reduction.h"
#include "cmlx_runtime.h"
#include "cmlx_shape.h"
#include "cmlx_transforms.h"
#include "cmlx_types.h"
