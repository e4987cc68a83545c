#ifndef BACKFILE_CZSTD_SHIM_H
#define BACKFILE_CZSTD_SHIM_H

#include <zstd.h>

#endif
