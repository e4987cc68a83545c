#ifndef BACKFILE_CZLIB_SHIM_H
#define BACKFILE_CZLIB_SHIM_H

#include <zlib.h>

/// `inflateInit2` is a macro. Window bits 15 + 32: gzip or zlib, told apart by the header.
static inline int backfile_inflate_init(z_stream *stream) {
  return inflateInit2(stream, 15 + 32);
}

/// The deflate data of a zip member: no header, no sum.
static inline int backfile_inflate_init_raw(z_stream *stream) {
  return inflateInit2(stream, -15);
}

#endif
