#include "core/yaml/mapping.h"

#include "core/nearest.h"

#include <QCoreApplication>

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(core)
};

// An alias may stand for the node it is in, or ten for ten for ten others: such a file is small and never ends. Ours
// have some thousand nodes, eight deep.
constexpr int deepest = 32;
constexpr int mostNodes = 100'000;

QString textOf(const YAML::Node& node) {
    return QString::fromStdString(node.Scalar());
}

/// Remembers where every node of a file stands.
class Marker final {
public:
    Marker(CatalogueDraft& draft, const QString& file)
        : m_draft(draft)
        , m_file(file) {}

    void mark(const YAML::Node& node, const QString& path, int depth = 0) {
        if (depth > deepest || ++m_nodes > mostNodes)
            throw YAML::Exception(node.Mark(), Text::tr("this is nested too deeply, or too large").toStdString());
        m_draft.places.insert(path, {m_file, node.Mark().line + 1, node.Mark().column + 1});
        if (node.IsMap()) {
            for (const auto& entry : node)
                mark(entry.second, path + u'/' + textOf(entry.first), depth + 1);
        } else if (node.IsSequence()) {
            int index = 0;
            for (const YAML::Node& element : node)
                mark(element, path + u'/' + QString::number(index++), depth + 1);
        }
    }

private:
    CatalogueDraft& m_draft;
    const QString m_file;
    int m_nodes = 0;
};

} // namespace

Mapping::Mapping(CatalogueDraft& draft, const YAML::Node& node, const QString& path)
    : m_draft(draft)
    , m_node(node)
    , m_path(path) {
    if (!node.IsMap()) {
        faultHere(Text::tr("a mapping of keys to values is expected here"));
        return;
    }
    for (const auto& entry : node) {
        const QString key = textOf(entry.first);
        if (m_keys.contains(key))
            m_draft.findings << Finding{placeOf(entry.first), Text::tr("the key “%1” is written twice").arg(key)};
        m_keys << key;
    }
}

Mapping::~Mapping() {
    for (const QString& key : std::as_const(m_keys))
        if (!m_known.contains(key))
            fault(child(key), Text::tr("unknown key “%1”; known here are %2%3")
                                  .arg(key, m_known.join(u", "), didYouMean(key, m_known)));
}

bool Mapping::has(const char* key) {
    const QString name = QString::fromLatin1(key);
    if (!m_known.contains(name))
        m_known << name;
    return m_keys.contains(name);
}

void Mapping::fault(const QString& path, const QString& message) {
    m_draft.findings << Finding{m_draft.placeOf(path), message};
}

QString Mapping::text(const char* key) {
    if (!has(key))
        return {};
    if (node(key).IsScalar())
        return textOf(node(key)).trimmed();
    fault(child(key), Text::tr("“%1” is expected to be a text").arg(QString::fromLatin1(key)));
    return {};
}

QString Mapping::requiredText(const char* key) {
    QString value = text(key);
    if (!m_keys.contains(QString::fromLatin1(key)))
        faultHere(Text::tr("the key “%1” is missing").arg(QString::fromLatin1(key)));
    return value;
}

QString Mapping::code(const char* key) {
    return requiredText(key).isEmpty() ? QString() : textOf(node(key));
}

bool Mapping::flag(const char* key, bool fallback) {
    const QString value = text(key);
    if (value.isEmpty())
        return fallback;
    if (value != QLatin1String("true") && value != QLatin1String("false"))
        fault(child(key), Text::tr("“%1” is neither true nor false").arg(value));
    return value == QLatin1String("true");
}

QStringList Mapping::texts(const char* key) {
    QStringList values;
    eachElement(key, [&](const YAML::Node& element, const QString& path) {
        if (element.IsScalar())
            values << textOf(element);
        else
            fault(path, Text::tr("a text is expected here"));
    });
    return values;
}

QMap<QString, QString> Mapping::everyText() {
    QMap<QString, QString> texts;
    for (const QString& key : QStringList(m_keys))
        texts.insert(key, requiredText(key.toUtf8().constData()));
    return texts;
}

FilePlace Mapping::placeOf(const YAML::Node& node) const {
    return {place().file, node.Mark().line + 1, node.Mark().column + 1};
}

void Mapping::eachElement(const char* key, const std::function<void(const YAML::Node&, const QString&)>& visit) {
    if (!has(key))
        return;
    if (!node(key).IsSequence())
        return fault(child(key), Text::tr("“%1” is expected to be a list").arg(QString::fromLatin1(key)));
    int index = 0;
    for (const YAML::Node& element : node(key))
        visit(element, child(key) + u'/' + QString::number(index++));
}

void Mapping::faultWord(const QString& path, const QString& value, const QStringList& words) {
    fault(path, Text::tr("“%1” is none of: %2%3").arg(value, words.join(u", "), didYouMean(value, words)));
}

void readDocument(CatalogueDraft& draft, const QString& file, const QByteArray& bytes, int schema,
                  const std::function<void(Mapping&)>& read) {
    try {
        const YAML::Node root = YAML::Load(bytes.toStdString());
        Marker(draft, file).mark(root, file);
        Mapping top(draft, root, file);
        if (top.requiredText("schema") != QString::number(schema))
            top.fault(top.child("schema"), Text::tr("this program reads schema %1").arg(schema));
        read(top);
    } catch (const YAML::Exception& error) {
        draft.findings << Finding{{file, error.mark.line + 1, error.mark.column + 1},
                                  QString::fromStdString(error.msg)};
    }
}
