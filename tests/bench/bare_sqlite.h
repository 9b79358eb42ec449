#pragma once

#include <QString>

struct sqlite3;

/// Rows of the columns that a journal has, written by SQLite's own functions: the least that so many marks cost when
/// each is a row. As durable as a plan file.
class BareSqlite final {
    Q_DISABLE_COPY_MOVE(BareSqlite)

public:
    explicit BareSqlite(const QString& path);
    ~BareSqlite();

    /// In one transaction.
    void insert(int count);

private:
    void run(const char* statement) const;

    sqlite3* m_database = nullptr;
    int m_number = 0;
};
