#ifndef BACKFILE_CBZIP2_SHIM_H
#define BACKFILE_CBZIP2_SHIM_H

#include <bzlib.h>

#endif
