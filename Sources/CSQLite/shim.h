#ifndef BACKFILE_CSQLITE_SHIM_H
#define BACKFILE_CSQLITE_SHIM_H

#include <sqlite3.h>

/// `SQLITE_TRANSIENT` is a cast that Swift cannot import: these copy what they bind.
static inline int backfile_bind_text(
    sqlite3_stmt *statement, int index, const char *bytes, sqlite3_uint64 count) {
  return sqlite3_bind_text64(statement, index, bytes, count, SQLITE_TRANSIENT, SQLITE_UTF8);
}

static inline int backfile_bind_blob(
    sqlite3_stmt *statement, int index, const void *bytes, sqlite3_uint64 count) {
  return sqlite3_bind_blob64(statement, index, bytes, count, SQLITE_TRANSIENT);
}

/// `sqlite3_db_config` is variadic, which Swift cannot call.
static inline int backfile_db_config_flag(sqlite3 *db, int option, int on) {
  return sqlite3_db_config(db, option, on, (int *)0);
}

/// An extended result code, which is an expression that Swift cannot import.
static const int backfile_readonly_rollback = SQLITE_READONLY_ROLLBACK;

#endif
