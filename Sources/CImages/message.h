// Texts for `cimages_message`.
#pragma once

#include <stdio.h>

#include "CImages.h"

static inline bool fail_with(cimages_message* message, const char* text) {
    snprintf(message->text, sizeof message->text, "%s", text);
    return false;
}
