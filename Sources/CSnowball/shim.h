#ifndef BACKFILE_CSNOWBALL_SHIM_H
#define BACKFILE_CSNOWBALL_SHIM_H

#include <libstemmer.h>

#endif
