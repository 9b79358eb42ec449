#include "tests/bench/bare_sqlite.h"

#include <QFile>

#include <sqlite3.h>

BareSqlite::BareSqlite(const QString& path) {
    if (sqlite3_open(QFile::encodeName(path).constData(), &m_database) != SQLITE_OK)
        qFatal("%s", sqlite3_errmsg(m_database));
    run("PRAGMA journal_mode = WAL");
    run("PRAGMA synchronous = FULL");
    run("CREATE TABLE journal (number INTEGER PRIMARY KEY, at TEXT NOT NULL, who TEXT NOT NULL, deed TEXT NOT NULL, "
        "item TEXT NOT NULL, before TEXT NOT NULL, after TEXT NOT NULL, details TEXT NOT NULL, seal TEXT NOT NULL) "
        "STRICT");
}

BareSqlite::~BareSqlite() {
    sqlite3_close(m_database);
}

void BareSqlite::insert(int count) {
    sqlite3_stmt* row = nullptr;
    run("BEGIN IMMEDIATE");
    if (sqlite3_prepare_v2(m_database, "INSERT INTO journal VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", -1, &row, nullptr) !=
        SQLITE_OK)
        qFatal("%s", sqlite3_errmsg(m_database));
    for (int i = 0; i < count; ++i) {
        sqlite3_bind_int(row, 1, ++m_number);
        int column = 1;
        for (const char* text : {"2026-11-22T03:00:00.000Z", "robin", "state", "0.18-slaves-restart", "open", "done",
                                 "", "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"})
            sqlite3_bind_text(row, ++column, text, -1, SQLITE_STATIC);
        if (sqlite3_step(row) != SQLITE_DONE)
            qFatal("%s", sqlite3_errmsg(m_database));
        sqlite3_reset(row);
    }
    sqlite3_finalize(row);
    run("COMMIT");
}

void BareSqlite::run(const char* statement) const {
    if (sqlite3_exec(m_database, statement, nullptr, nullptr, nullptr) != SQLITE_OK)
        qFatal("%s", sqlite3_errmsg(m_database));
}
