#include "CEmbedded.h"

// `#embed` is C23: the compiler reads the file itself and builds anew when it changes.

static const unsigned char migration_0001[] = {
#embed "../../Migrations/0001_archive.sql"
};

static const unsigned char migration_0002[] = {
#embed "../../Migrations/0002_boilerplate_kept.sql"
};

static const unsigned char migration_0003[] = {
#embed "../../Migrations/0003_vocabulary.sql"
};

static const unsigned char migration_0004[] = {
#embed "../../Migrations/0004_copies.sql"
};

static const unsigned char migration_0005[] = {
#embed "../../Migrations/0005_topics.sql"
};

static const unsigned char migration_0006[] = {
#embed "../../Migrations/0006_quote_places.sql"
};

#define EMBEDDED(name, bytes) {name, bytes, sizeof(bytes)}

static const struct backfile_embedded_file migrations[] = {
    EMBEDDED("0001_archive.sql", migration_0001),
    EMBEDDED("0002_boilerplate_kept.sql", migration_0002),
    EMBEDDED("0003_vocabulary.sql", migration_0003),
    EMBEDDED("0004_copies.sql", migration_0004),
    EMBEDDED("0005_topics.sql", migration_0005),
    EMBEDDED("0006_quote_places.sql", migration_0006),
};

size_t backfile_migration_count(void) {
  return sizeof(migrations) / sizeof(migrations[0]);
}

struct backfile_embedded_file backfile_migration(size_t index) {
  return migrations[index];
}
