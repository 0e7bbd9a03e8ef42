#if !__has_include(<sndfile.h>)
#error "sndfile.h not found: run 'make setup' first (it installs libsndfile1-dev)"
#endif
#include <sndfile.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "CSounds.h"
#include "LateLibraries.h"

static late_library libsndfile = {"libsndfile.so.1", 0, NULL};

LATE_FUNCTION(
    &libsndfile, SNDFILE*, sf_open_virtual,
    (SF_VIRTUAL_IO * io, int mode, SF_INFO* info, void* data), (io, mode, info, data))
LATE_FUNCTION(&libsndfile, const char*, sf_strerror, (SNDFILE * file), (file))
LATE_FUNCTION(
    &libsndfile, sf_count_t, sf_readf_short, (SNDFILE * file, short* into, sf_count_t frames),
    (file, into, frames))
LATE_FUNCTION(
    &libsndfile, sf_count_t, sf_readf_float, (SNDFILE * file, float* into, sf_count_t frames),
    (file, into, frames))
LATE_FUNCTION(&libsndfile, int, sf_close, (SNDFILE * file), (file))

struct csounds_file {
    const uint8_t* bytes;
    sf_count_t count;
    sf_count_t position;
    SNDFILE* file;
};

// MARK: The bytes

static sf_count_t length(void* data) { return ((csounds_file*)data)->count; }

static sf_count_t tell(void* data) { return ((csounds_file*)data)->position; }

static sf_count_t seek(sf_count_t offset, int whence, void* data) {
    csounds_file* file = data;
    sf_count_t start = whence == SEEK_SET ? 0 : whence == SEEK_CUR ? file->position : file->count;
    if (offset < -start || offset > file->count - start) return -1;
    return file->position = start + offset;
}

static sf_count_t read_bytes(void* into, sf_count_t count, void* data) {
    csounds_file* file = data;
    sf_count_t rest = file->count - file->position;
    if (count > rest) count = rest;
    if (count <= 0) return 0;
    memcpy(into, file->bytes + file->position, (size_t)count);
    file->position += count;
    return count;
}

static sf_count_t write_bytes(const void* from, sf_count_t count, void* data) {
    (void)from;
    (void)count;
    (void)data;
    return 0;
}

static csounds_kind kind_of(int format) {
    switch (format & SF_FORMAT_SUBMASK) {
    case SF_FORMAT_FLOAT:
    case SF_FORMAT_DOUBLE:
        return csounds_floats;
    case SF_FORMAT_VORBIS:
    case SF_FORMAT_OPUS:
    case SF_FORMAT_MPEG_LAYER_I:
    case SF_FORMAT_MPEG_LAYER_II:
    case SF_FORMAT_MPEG_LAYER_III:
        return csounds_lossy;
    default:
        return csounds_integers;
    }
}

csounds_file* csounds_open(
    const uint8_t* bytes, size_t count, csounds_format* format, char* message, size_t capacity
) {
    const char* failure = late_failure(&libsndfile);
    if (failure) {
        snprintf(message, capacity, "%s", failure);
        return NULL;
    }
    csounds_file* file = calloc(1, sizeof *file);
    if (!file) {
        snprintf(message, capacity, "no memory");
        return NULL;
    }
    file->bytes = bytes;
    file->count = (sf_count_t)count;
    SF_VIRTUAL_IO io = {length, seek, read_bytes, write_bytes, tell};
    SF_INFO info = {0};
    file->file = sf_open_virtual(&io, SFM_READ, &info, file);
    if (!file->file) {
        snprintf(message, capacity, "%s", sf_strerror(NULL));
        free(file);
        return NULL;
    }
    format->frames = info.frames;
    format->rate = info.samplerate;
    format->channels = info.channels;
    format->kind = kind_of(info.format);
    return file;
}

int64_t csounds_read_integers(csounds_file* file, int16_t* into, int64_t frames) {
    return sf_readf_short(file->file, into, frames);
}

int64_t csounds_read_floats(csounds_file* file, float* into, int64_t frames) {
    return sf_readf_float(file->file, into, frames);
}

void csounds_close(csounds_file* file) {
    sf_close(file->file);
    free(file);
}
