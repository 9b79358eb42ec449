#include "store/journal.h"

#include "store/connection.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(store)
};

QString deedWord(Deed deed) {
    return deed == Deed::Note ? QStringLiteral("note") : QStringLiteral("state");
}

/// An entry as the texts of its row, in the order of the columns.
QStringList fieldsOf(const JournalEntry& entry) {
    return {QString::number(entry.number),
            entry.when.toUTC().toString(Qt::ISODateWithMs),
            entry.who,
            deedWord(entry.deed),
            entry.item,
            entry.before,
            entry.after};
}

QString sealOf(const QStringList& fields, const QString& sealBefore) {
    // As JSON, so that no two different rows give the same bytes.
    QJsonArray sealed = QJsonArray::fromStringList(fields);
    sealed.append(sealBefore);
    const QByteArray bytes = QJsonDocument(sealed).toJson(QJsonDocument::Compact);
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

tl::unexpected<Error> damaged(qint64 number) {
    return fileError(Text::tr("entry %1 of its journal is not what was written.").arg(number));
}

} // namespace

Result<QList<JournalEntry>> readJournal(const Connection& connection, JournalEnd& end) {
    Result<QSqlQuery> rows =
        connection.run(QStringLiteral("SELECT number, at, who, deed, item, before, after, seal FROM journal "
                                      "WHERE number >= ? ORDER BY number"),
                       {end.number});
    if (!rows)
        return tl::make_unexpected(rows.error());

    // The row `end` stands on has to be there still: the file may be another one by now.
    if (end.number > 0 && !(rows->next() && rows->value(0).toLongLong() == end.number && rows->value(7) == end.seal))
        return damaged(end.number);

    QList<JournalEntry> entries;
    while (rows->next()) {
        QStringList fields;
        for (int column = 0; column < 7; ++column)
            fields << rows->value(column).toString();
        const JournalEntry entry{rows->value(0).toLongLong(),
                                 QDateTime::fromString(fields[1], Qt::ISODateWithMs),
                                 fields[2],
                                 fields[3] == deedWord(Deed::Note) ? Deed::Note : Deed::State,
                                 fields[4],
                                 fields[5],
                                 fields[6]};
        const QString seal = sealOf(fields, end.seal);
        if (entry.number != end.number + 1 || rows->value(7).toString() != seal || fieldsOf(entry) != fields)
            return damaged(end.number + 1);
        end = {entry.number, seal};
        entries << entry;
    }
    return entries;
}

Result<> appendToJournal(const Connection& connection, const JournalEntry& entry, JournalEnd& end) {
    const QStringList fields = fieldsOf(entry);
    const QString seal = sealOf(fields, end.seal);
    QVariantList values{entry.number};
    for (const QString& field : fields.sliced(1))
        values << (field.isNull() ? QStringLiteral("") : field); // Qt writes a null text as NULL
    const Result<QSqlQuery> added =
        connection.run(QStringLiteral("INSERT INTO journal (number, at, who, deed, item, before, after, seal) "
                                      "VALUES (?, ?, ?, ?, ?, ?, ?, ?)"),
                       values << seal);
    if (!added)
        return tl::make_unexpected(added.error());
    end = {entry.number, seal};
    return {};
}
