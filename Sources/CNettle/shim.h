#ifndef BACKFILE_CNETTLE_SHIM_H
#define BACKFILE_CNETTLE_SHIM_H

#include <nettle/sha2.h>

// The names without `nettle_` are macros, which Swift does not import.
static inline void backfile_sha256_start(struct sha256_ctx *context) {
  nettle_sha256_init(context);
}

static inline void backfile_sha256_update(
    struct sha256_ctx *context, const unsigned char *bytes, size_t count) {
  nettle_sha256_update(context, count, bytes);
}

static inline void backfile_sha256_finish(struct sha256_ctx *context, unsigned char digest[32]) {
  nettle_sha256_digest(context, 32, digest);
}

#endif
