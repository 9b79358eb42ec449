#include "store/journal.h"

#include "core/enum_names.h"
#include "store/connection.h"
#include "store/schema.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>

#include <optional>

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(store)
};

/// What a mark says beside its state, as one JSON object; empty when it says nothing else.
QString detailsOf(const JournalEntry& entry) {
    if (entry.deed != Deed::State)
        return {};
    QJsonObject details;
    for (const auto& [key, text] : {std::pair(QLatin1String("reason"), entry.mark.reason),
                                    std::pair(QLatin1String("deferred-to"), entry.mark.deferredTo),
                                    std::pair(QLatin1String("accepted-by"), entry.mark.acceptedBy),
                                    std::pair(QLatin1String("until"), entry.mark.until.toString(Qt::ISODate))})
        if (!text.isEmpty())
            details.insert(key, text);
    return details.isEmpty() ? QString() : QString::fromUtf8(QJsonDocument(details).toJson(QJsonDocument::Compact));
}

std::optional<Mark> markOf(const QString& state, const QString& details) {
    const std::optional<StepState> known = enumNamed<StepState>(state);
    if (!known)
        return {};
    const QJsonObject object = QJsonDocument::fromJson(details.toUtf8()).object();
    return Mark{*known, object.value(QLatin1String("reason")).toString(),
                object.value(QLatin1String("deferred-to")).toString(),
                object.value(QLatin1String("accepted-by")).toString(),
                QDate::fromString(object.value(QLatin1String("until")).toString(), Qt::ISODate)};
}

/// An entry as the texts of its row, in the order of the columns.
QStringList fieldsOf(const JournalEntry& entry) {
    return {QString::number(entry.number),
            entry.when.toUTC().toString(Qt::ISODateWithMs),
            entry.who,
            enumName(entry.deed),
            entry.about.join(u' '),
            entry.before,
            entry.after,
            detailsOf(entry)};
}

/// Nothing when the texts are not what any entry has.
std::optional<JournalEntry> entryOf(const QStringList& fields) {
    const std::optional<Deed> deed = enumNamed<Deed>(fields[3]);
    const std::optional<Mark> mark = deed == Deed::State ? markOf(fields[6], fields[7]) : Mark{};
    if (!deed || !mark)
        return {};
    JournalEntry entry{fields[0].toLongLong(),
                       QDateTime::fromString(fields[1], Qt::ISODateWithMs),
                       fields[2],
                       *deed,
                       fields[4].split(u' ', Qt::SkipEmptyParts),
                       fields[5],
                       fields[6],
                       *mark};
    return fieldsOf(entry) == fields ? std::optional(entry) : std::nullopt;
}

QString sealOf(const QStringList& fields, const QString& sealBefore) {
    // As JSON, so that no two different rows give the same bytes. Rows of schema 1 have no details and are sealed
    // without.
    QJsonArray sealed = QJsonArray::fromStringList(fields.last().isEmpty() ? fields.first(fields.size() - 1) : fields);
    sealed.append(sealBefore);
    const QByteArray bytes = QJsonDocument(sealed).toJson(QJsonDocument::Compact);
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

/// A row as it stands in the file, true or not.
struct Row {
    QStringList fields;
    QString seal;
};

Row rowOf(const QSqlQuery& query) {
    Row row;
    for (int column = 0; column < 8; ++column)
        row.fields << query.value(column).toString();
    row.seal = query.value(8).toString();
    return row;
}

QString selectRows(quint32 schema, const QString& which) {
    return QStringLiteral("SELECT number, at, who, deed, item, before, after, %1, seal FROM journal ")
               .arg(schema == 1 ? QStringLiteral("''") : QStringLiteral("details")) +
           which;
}

QString wordsOf(const JournalEnd& end) {
    return QString::number(end.number) + u' ' + end.seal;
}

tl::unexpected<Error> damaged(const Connection& connection, qint64 number) {
    return connection.damaged(Text::tr("entry %1 of its journal is not what was written").arg(number));
}

/// The number of the last entry, as the file tells beside the journal.
std::optional<qint64> numberOfLast(const Connection& connection) {
    const Result<QVariant> end = connection.value(QStringLiteral("SELECT value FROM meta WHERE key = 'journal-end'"));
    bool isNumber = false;
    const qint64 number = end ? end->toString().section(u' ', 0, 0).toLongLong(&isNumber) : 0;
    return isNumber ? std::optional(number) : std::nullopt;
}

} // namespace

Result<QList<JournalEntry>> readJournal(const Connection& connection, JournalEnd& end) {
    const Result<quint32> schema = schemaOf(connection);
    if (!schema)
        return tl::make_unexpected(schema.error());

    QList<JournalEntry> entries;
    bool hasFoundStart = end.number == 0;
    const Result<> read = connection.rows(
        selectRows(*schema, QStringLiteral("WHERE number >= ? ORDER BY number")), {end.number},
        [&](const QSqlQuery& query) -> Result<> {
            const Row row = rowOf(query);
            if (!hasFoundStart) { // the row `end` stands on has to be there still: the file may be another one by now
                hasFoundStart = row.fields[0] == QString::number(end.number) && row.seal == end.seal;
                return hasFoundStart ? Result<>() : damaged(connection, end.number);
            }
            const std::optional<JournalEntry> entry = entryOf(row.fields);
            if (!entry || entry->number != end.number + 1 || row.seal != sealOf(row.fields, end.seal))
                return damaged(connection, end.number + 1);
            end = {entry->number, row.seal};
            entries << *entry;
            return {};
        });
    if (!read)
        return tl::make_unexpected(read.error());
    if (!hasFoundStart)
        return damaged(connection, end.number);
    if (*schema == 1)
        return entries; // kept no note of its end

    const Result<QVariant> last = connection.value(QStringLiteral("SELECT value FROM meta WHERE key = 'journal-end'"));
    if (!last)
        return tl::make_unexpected(last.error());
    if (last->toString() != wordsOf(end))
        return connection.damaged(Text::tr("its journal does not end where it was written to last"));
    return entries;
}

Result<> appendToJournal(const Connection& connection, QList<JournalEntry>& entries, JournalEnd& end) {
    for (JournalEntry& entry : entries) {
        entry.number = end.number + 1;
        const QStringList fields = fieldsOf(entry);
        const QString seal = sealOf(fields, end.seal);
        QVariantList values{entry.number};
        for (const QString& field : fields.sliced(1))
            values << (field.isNull() ? QStringLiteral("") : field); // Qt writes a null text as NULL
        Result<> added = connection.run(
            QStringLiteral("INSERT INTO journal (number, at, who, deed, item, before, after, details, seal) "
                           "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"),
            values << seal);
        if (!added)
            return added;
        end = {entry.number, seal};
    }
    return connection.run(QStringLiteral("UPDATE meta SET value = ? WHERE key = 'journal-end'"), {wordsOf(end)});
}

JournalRemains journalRemains(const Connection& connection) {
    const quint32 schema = schemaOf(connection).value_or(schemaVersion);
    // A page that cannot be read ends the reading: so from both ends.
    QMap<qint64, Row> rows;
    for (const char* order : {"ORDER BY number", "ORDER BY number DESC"}) {
        const Result<> stoppedEarly =
            connection.rows(selectRows(schema, QLatin1String(order)), {}, [&](const QSqlQuery& query) -> Result<> {
                rows.insert(query.value(0).toLongLong(), rowOf(query));
                return {};
            });
        if (stoppedEarly)
            break;
    }
    JournalRemains remains;
    for (auto row = rows.cbegin(); row != rows.cend(); ++row) {
        const QString sealBefore = row.key() == 1 ? QString() : rows.value(row.key() - 1).seal;
        const bool isSealed = (row.key() == 1 || !sealBefore.isEmpty()) && row->seal == sealOf(row->fields, sealBefore);
        const std::optional<JournalEntry> entry = isSealed ? entryOf(row->fields) : std::nullopt;
        if (entry)
            remains.entries << *entry;
    }
    const qint64 highest = rows.isEmpty() ? 0 : rows.lastKey();
    const std::optional<qint64> last = numberOfLast(connection);
    remains.isEndKnown = last && *last >= highest;
    remains.lost = qMax(last.value_or(highest), qint64(remains.entries.size())) - remains.entries.size();
    return remains;
}
