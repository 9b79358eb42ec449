#pragma once

#include "core/enum_names.h"
#include "core/yaml/catalogue_yaml.h"

#include <QStringList>

#include <yaml-cpp/yaml.h>

#include <functional>
#include <optional>

/// One mapping of a file while it is read: hands out the values of its keys, and finds fault with everything it was not
/// asked for. Lives on the stack while one node is read; everything it finds goes into the draft.
class Mapping final {
public:
    /// `path` names the node: `hops/0.14.yaml/items/3`.
    Mapping(CatalogueDraft& draft, const YAML::Node& node, const QString& path);
    /// What was not asked for by now is unknown.
    ~Mapping();
    Q_DISABLE_COPY_MOVE(Mapping)

    bool has(const char* key);
    YAML::Node node(const char* key) const { return m_node[key]; }
    QString child(const char* key) const { return child(QString::fromLatin1(key)); }
    FilePlace place() const { return m_draft.placeOf(m_path); }

    void fault(const QString& path, const QString& message);
    void faultHere(const QString& message) { fault(m_path, message); }

    QString text(const char* key);
    QString requiredText(const char* key);
    /// A block that keeps its line ends, such as code.
    QString code(const char* key);
    bool flag(const char* key, bool fallback);
    QStringList texts(const char* key);

    template <NamedEnum E> E word(const char* key, E fallback) {
        const QString value = text(key);
        return value.isEmpty() ? fallback : wordAt<E>(child(key), value);
    }
    template <NamedEnum E> E requiredWord(const char* key) {
        const QString value = requiredText(key);
        return value.isEmpty() ? E{} : wordAt<E>(child(key), value);
    }

    /// A mapping below this one; not visited when the key is missing.
    template <typename Visit> void below(const char* key, Visit visit) {
        if (!has(key))
            return;
        Mapping mapping(m_draft, node(key), child(key));
        visit(mapping);
    }
    /// Each mapping of a list.
    template <typename Visit> void eachBelow(const char* key, Visit visit) {
        eachElement(key, [&](const YAML::Node& element, const QString& path) {
            Mapping mapping(m_draft, element, path);
            visit(mapping);
        });
    }
    /// All keys with their texts, whatever they are called.
    QMap<QString, QString> everyText();

private:
    QString child(const QString& key) const { return m_path + u'/' + key; }
    FilePlace placeOf(const YAML::Node& node) const;
    void eachElement(const char* key, const std::function<void(const YAML::Node&, const QString&)>& visit);
    void faultWord(const QString& path, const QString& value, const QStringList& words);

    template <NamedEnum E> E wordAt(const QString& path, const QString& value) {
        if (const std::optional<E> named = enumNamed<E>(value))
            return *named;
        faultWord(path, value, allEnumNames<E>());
        return E{};
    }

    CatalogueDraft& m_draft;
    const YAML::Node m_node;
    const QString m_path;
    QStringList m_keys;
    QStringList m_known;
};

/// Reads one file: marks every node of it in the draft, checks `schema`, hands its top mapping to `read`. What is no
/// YAML becomes a finding. `file` is the name that findings say, and the root of all paths.
void readDocument(CatalogueDraft& draft, const QString& file, const QByteArray& bytes, int schema,
                  const std::function<void(Mapping&)>& read);
