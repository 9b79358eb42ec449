#include "core/plan_json.h"

#include "core/enum_names.h"
#include "core/fields.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(core)
};

constexpr int format = 2;
constexpr int oldestFormat = 1; // what came later stays empty, see cameLater()

class JsonWriter {
public:
    template <typename T> void field(const char* name, const T& value) {
        m_object.insert(QLatin1String(name), json(value));
    }

    template <typename T> static QJsonObject objectOf(const T& value) {
        JsonWriter writer;
        describe(writer, value);
        return writer.m_object;
    }

private:
    static QJsonValue json(const QString& value) { return value; }
    static QJsonValue json(bool value) { return value; }
    static QJsonValue json(int value) { return value; }
    static QJsonValue json(const QStringList& values) { return QJsonArray::fromStringList(values); }
    static QJsonValue json(const QMap<QString, QString>& values) {
        QJsonObject object;
        for (auto it = values.cbegin(); it != values.cend(); ++it)
            object.insert(it.key(), it.value());
        return object;
    }
    template <NamedEnum T> static QJsonValue json(const T& value) { return enumName(value); }
    template <typename T> static QJsonValue json(const QList<T>& values) {
        QJsonArray array;
        for (const T& value : values)
            array.append(objectOf(value));
        return array;
    }
    template <typename T> static QJsonValue json(const T& value) { return objectOf(value); }

    QJsonObject m_object;
};

/// Fields that the first plans do not have; they stay empty then.
bool cameLater(QLatin1String name) {
    static constexpr std::array later{
        "team",     "overlay",    "changes",    "anchors", "fold",         "do-on",   "only-from",   "only-to",
        "upgrade",  "patch-open", "stands-for", "passes",  "reason",       "order",   "reason-step", "of",
        "upgrades", "folded",     "route",      "options", "last-release", "instead", "leaves-line", "tasks-at-stake"};
    return std::any_of(later.begin(), later.end(), [&](const char* known) { return name == QLatin1String(known); });
}

/// Remembers only the first mistake: what follows from it helps nobody.
class JsonReader {
public:
    JsonReader(const QJsonObject& object, const QString& path, QString& mistake)
        : m_object(object)
        , m_path(path)
        , m_mistake(mistake) {}

    template <typename T> void field(const char* name, T& value) {
        const QString path = m_path + u'/' + QLatin1String(name);
        const QJsonValue json = m_object.value(QLatin1String(name));
        if (!json.isUndefined())
            take(json, path, value);
        else if (!cameLater(QLatin1String(name)))
            fail(path, Text::tr("is missing"));
    }

private:
    void fail(const QString& path, const QString& what) {
        if (m_mistake.isEmpty())
            m_mistake = path + u' ' + what;
    }
    void take(const QJsonValue& json, const QString& path, QString& value) {
        json.isString() ? void(value = json.toString()) : fail(path, Text::tr("is no text"));
    }
    void take(const QJsonValue& json, const QString& path, bool& value) {
        json.isBool() ? void(value = json.toBool()) : fail(path, Text::tr("is neither true nor false"));
    }
    void take(const QJsonValue& json, const QString& path, int& value) {
        json.isDouble() ? void(value = json.toInt()) : fail(path, Text::tr("is no number"));
    }
    void take(const QJsonValue& json, const QString& path, QStringList& values) {
        if (!json.isArray())
            return fail(path, Text::tr("is no list"));
        const QJsonArray array = json.toArray();
        for (const QJsonValueConstRef element : array)
            take(element, path, values.emplaceBack());
    }
    void take(const QJsonValue& json, const QString& path, QMap<QString, QString>& values) {
        if (!json.isObject())
            return fail(path, Text::tr("is no object"));
        const QJsonObject object = json.toObject();
        for (auto it = object.begin(); it != object.end(); ++it)
            take(it.value(), path + u'/' + it.key(), values[it.key()]);
    }
    template <NamedEnum T> void take(const QJsonValue& json, const QString& path, T& value) {
        if (const std::optional<T> named = enumNamed<T>(json.toString()))
            value = *named;
        else
            fail(path, Text::tr("is none of: %1").arg(allEnumNames<T>().join(u", ")));
    }
    template <typename T> void take(const QJsonValue& json, const QString& path, QList<T>& values) {
        if (!json.isArray())
            return fail(path, Text::tr("is no list"));
        int index = 0;
        const QJsonArray array = json.toArray();
        for (const QJsonValueConstRef element : array)
            take(element, path + u'/' + QString::number(index++), values.emplaceBack());
    }
    template <typename T> void take(const QJsonValue& json, const QString& path, T& value) {
        if (!json.isObject())
            return fail(path, Text::tr("is no object"));
        JsonReader reader(json.toObject(), path, m_mistake);
        describe(reader, value);
    }

    QJsonObject m_object;
    QString m_path;
    QString& m_mistake;
};

} // namespace

QJsonObject toJson(const PlanItem& item) {
    return JsonWriter::objectOf(item);
}

QJsonObject toJson(const PlanHop& hop) {
    return JsonWriter::objectOf(hop);
}

QJsonObject toJson(const PlanQuestion& question) {
    return JsonWriter::objectOf(question);
}

QJsonObject toJson(const Because& because) {
    return JsonWriter::objectOf(because);
}

QByteArray planToJson(const Plan& plan) {
    QJsonObject object = JsonWriter::objectOf(plan);
    object.insert(QLatin1String("format"), format);
    return QJsonDocument(object).toJson(QJsonDocument::Indented);
}

Result<Plan> planFromJson(const QByteArray& json) {
    QJsonParseError parseError;
    const QJsonDocument document = QJsonDocument::fromJson(json, &parseError);
    if (parseError.error != QJsonParseError::NoError)
        return fileError(
            Text::tr("This is no plan: %1 at byte %2").arg(parseError.errorString()).arg(parseError.offset));
    const QJsonObject object = document.object();
    const int readFormat = object.value(QLatin1String("format")).toInt();
    if (readFormat > format)
        return fileError(
            Text::tr("This plan was written by a newer version of the program (format %1, this version reads %2).")
                .arg(readFormat)
                .arg(format));
    if (readFormat < oldestFormat)
        return fileError(Text::tr("This is no plan: /format is missing or unknown."));
    Plan plan;
    QString mistake;
    JsonReader reader(object, {}, mistake);
    describe(reader, plan);
    if (!mistake.isEmpty())
        return fileError(Text::tr("This plan is damaged: %1.").arg(mistake));
    return plan;
}
