#ifndef BACKFILE_CLZMA_SHIM_H
#define BACKFILE_CLZMA_SHIM_H

#include <lzma.h>

/// `LZMA_STREAM_INIT` is a macro.
static inline lzma_stream backfile_lzma_stream(void) {
  lzma_stream stream = LZMA_STREAM_INIT;
  return stream;
}

/// A decoder of .xz and .lzma files, of any number of streams one after the other.
static inline lzma_ret backfile_lzma_decoder(lzma_stream *stream, uint64_t memory) {
  return lzma_auto_decoder(stream, memory, LZMA_CONCATENATED);
}

#endif
