// Sound files to samples, by libsndfile.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// How a file holds its samples.
typedef enum csounds_kind {
    /// Whole numbers.
    csounds_integers,
    /// Floating-point numbers.
    csounds_floats,
    /// A lossy code whose decoder makes floating-point numbers.
    csounds_lossy,
} csounds_kind;

/// What a file says of itself.
typedef struct csounds_format {
    /// Samples of each channel; a file may hold fewer.
    int64_t frames;
    int32_t rate;
    int32_t channels;
    csounds_kind kind;
} csounds_format;

/// A file that is being read; its bytes have to stay.
typedef struct csounds_file csounds_file;

/// Opens a file; null: `message` says why, in at most `capacity` bytes.
csounds_file* _Nullable csounds_open(
    const uint8_t* _Nonnull bytes, size_t count, csounds_format* _Nonnull format,
    char* _Nonnull message, size_t capacity);

/// Reads up to so many frames, channels side by side; what comes back is how many there were.
int64_t csounds_read_integers(csounds_file* _Nonnull file, int16_t* _Nonnull into, int64_t frames);
int64_t csounds_read_floats(csounds_file* _Nonnull file, float* _Nonnull into, int64_t frames);

void csounds_close(csounds_file* _Nonnull file);

#ifdef __cplusplus
}
#endif
