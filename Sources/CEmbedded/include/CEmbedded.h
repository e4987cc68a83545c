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

/// The web page's stylesheet, script and icon.
struct backfile_embedded_file backfile_webpage_style(void);
struct backfile_embedded_file backfile_webpage_script(void);
struct backfile_embedded_file backfile_webpage_icon(void);

/// The guide to the query language, which is the web page's help.
struct backfile_embedded_file backfile_query_guide(void);

#endif
