#ifndef BACKFILE_CEMBEDDED_H
#define BACKFILE_CEMBEDDED_H

#include <stddef.h>

/// A file that was put into the binary when it was built.
struct backfile_embedded_file {
  const char *name;
  const unsigned char *bytes;
  size_t count;
};

/// The migrations, in order of their numbers.
size_t backfile_migration_count(void);
struct backfile_embedded_file backfile_migration(size_t index);

#endif
