#include "core/catalogue_yaml.h"

#include "core/enum_names.h"
#include "core/nearest.h"
#include "core/sources.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QSet>

#include <yaml-cpp/yaml.h>

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(core)
};

constexpr int schema = 1;

QString textOf(const YAML::Node& node) {
    return QString::fromStdString(node.Scalar());
}

/// One mapping of a file while it is read: hands out the values of its keys, and finds fault with everything it was not
/// asked for. `path` names the node (`hops/0.14.yaml/items/3`).
class Mapping {
public:
    Mapping(CatalogueDraft& draft, const YAML::Node& node, const QString& path)
        : m_draft(draft)
        , m_node(node)
        , m_path(path) {
        if (!node.IsMap()) {
            fault(path, Text::tr("a mapping of keys to values is expected here"));
            return;
        }
        for (const auto& entry : node) {
            const QString key = textOf(entry.first);
            if (m_keys.contains(key))
                m_draft.findings << Finding{markAt(entry.first), Text::tr("the key “%1” is written twice").arg(key)};
            m_keys << key;
        }
    }
    ~Mapping() {
        for (const QString& key : std::as_const(m_keys))
            if (!m_known.contains(key))
                fault(child(key), Text::tr("unknown key “%1”; known here are %2%3")
                                      .arg(key, m_known.join(u", "), didYouMean(key, m_known)));
    }
    Q_DISABLE_COPY_MOVE(Mapping)

    bool has(const char* key) {
        m_known << QString::fromLatin1(key);
        return m_keys.contains(m_known.last());
    }
    YAML::Node node(const char* key) const { return m_node[key]; }
    QString child(const QString& key) const { return m_path + u'/' + key; }
    QString child(const char* key) const { return child(QString::fromLatin1(key)); }

    void fault(const QString& path, const QString& message) {
        m_draft.findings << Finding{m_draft.markOf(path), message};
    }

    QString text(const char* key) {
        if (!has(key))
            return {};
        if (node(key).IsScalar())
            return textOf(node(key)).trimmed();
        fault(child(key), Text::tr("“%1” is expected to be a text").arg(QString::fromLatin1(key)));
        return {};
    }
    QString requiredText(const char* key) {
        QString value = text(key);
        if (!m_keys.contains(QString::fromLatin1(key)))
            fault(m_path, Text::tr("the key “%1” is missing").arg(QString::fromLatin1(key)));
        return value;
    }
    /// A block that keeps its line ends, such as code.
    QString code(const char* key) {
        requiredText(key);
        return m_node[key] && node(key).IsScalar() ? textOf(node(key)) : QString();
    }
    bool flag(const char* key, bool fallback) {
        const QString value = text(key);
        if (value.isEmpty())
            return fallback;
        if (value != QLatin1String("true") && value != QLatin1String("false"))
            fault(child(key), Text::tr("“%1” is neither true nor false").arg(value));
        return value == QLatin1String("true");
    }
    template <NamedEnum E> E word(const char* key, E fallback) {
        const QString value = text(key);
        return value.isEmpty() ? fallback : wordAt<E>(child(key), value);
    }
    template <NamedEnum E> E requiredWord(const char* key) {
        const QString value = requiredText(key);
        return value.isEmpty() ? E{} : wordAt<E>(child(key), value);
    }
    QStringList texts(const char* key) {
        QStringList values;
        eachElement(key, [&](const YAML::Node& element, const QString& path) {
            if (element.IsScalar())
                values << textOf(element);
            else
                fault(path, Text::tr("a text is expected here"));
        });
        return values;
    }
    template <typename Visit> void eachElement(const char* key, Visit visit) {
        if (!has(key))
            return;
        if (!node(key).IsSequence())
            return fault(child(key), Text::tr("“%1” is expected to be a list").arg(QString::fromLatin1(key)));
        int index = 0;
        for (const YAML::Node& element : node(key))
            visit(element, child(key) + u'/' + QString::number(index++));
    }

private:
    Mark markAt(const YAML::Node& node) const {
        return {m_draft.markOf(m_path).file, node.Mark().line + 1, node.Mark().column + 1};
    }
    template <NamedEnum E> E wordAt(const QString& path, const QString& value) {
        if (const std::optional<E> named = enumNamed<E>(value))
            return *named;
        const QStringList words = allEnumNames<E>();
        fault(path, Text::tr("“%1” is none of: %2%3").arg(value, words.join(u", "), didYouMean(value, words)));
        return E{};
    }

    CatalogueDraft& m_draft;
    YAML::Node m_node;
    QString m_path;
    QStringList m_keys;
    QStringList m_known;
};

/// Reads the files of one folder into a draft.
class DraftReader {
public:
    explicit DraftReader(const QString& folder)
        : m_folder(folder) {}

    Result<CatalogueDraft> read() {
        if (!m_folder.exists())
            return systemError(Text::tr("There is no folder %1.").arg(m_folder.path()));
        readFile(QStringLiteral("sources.yaml"), [this](Mapping& file) { readSources(file); });
        readFile(QStringLiteral("releases.yaml"), [this](Mapping& file) { readReleases(file); });
        readFile(QStringLiteral("questions.yaml"), [this](Mapping& file) { readQuestions(file); });
        readFile(QStringLiteral("standing.yaml"), [this](Mapping& file) {
            m_guideSection.clear();
            readItems(file, m_draft.catalogue.standing);
        });
        QDir hops(m_folder.filePath(QStringLiteral("hops")));
        for (const QString& name : hops.entryList({QStringLiteral("*.yaml")}, QDir::Files, QDir::Name))
            readFile(QStringLiteral("hops/") + name, [this](Mapping& file) { readHop(file); });
        QList<Hop>& read = m_draft.catalogue.hops;
        std::sort(read.begin(), read.end(), [](const Hop& a, const Hop& b) { return olderThan(a.toLine, b.toLine); });
        if (m_failed)
            return tl::make_unexpected(*m_failed);
        m_draft.catalogue.version = m_sources.version;
        m_draft.catalogue.digest = QString::fromLatin1(m_hash.result().toHex());
        return m_draft;
    }

private:
    template <typename Read> void readFile(const QString& name, Read read) {
        m_file = name;
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly)) {
            if (!m_failed)
                m_failed = Error{Error::Kind::System,
                                 Text::tr("%1 cannot be read: %2.").arg(file.fileName(), file.errorString())};
            return;
        }
        const QByteArray bytes = file.readAll();
        m_hash.addData(name.toUtf8());
        m_hash.addData(bytes);
        try {
            const YAML::Node root = YAML::Load(bytes.toStdString());
            markAll(root, name);
            Mapping top(m_draft, root, name);
            if (top.requiredText("schema") != QString::number(schema))
                top.fault(top.child("schema"), Text::tr("this program reads schema %1").arg(schema));
            read(top);
        } catch (const YAML::Exception& error) {
            m_draft.findings << Finding{{name, error.mark.line + 1, error.mark.column + 1},
                                        QString::fromStdString(error.msg)};
        }
    }

    void markAll(const YAML::Node& node, const QString& path) {
        m_draft.marks.insert(path, {m_file, node.Mark().line + 1, node.Mark().column + 1});
        if (node.IsMap()) {
            for (const auto& entry : node)
                markAll(entry.second, path + u'/' + textOf(entry.first));
        } else if (node.IsSequence()) {
            int index = 0;
            for (const YAML::Node& element : node)
                markAll(element, path + u'/' + QString::number(index++));
        }
    }

    void readSources(Mapping& file) {
        m_sources.version = file.requiredText("version");
        m_sources.head = file.requiredText("head");
        m_sources.repository = file.requiredText("repository");
        file.eachElement("documents", [&](const YAML::Node& node, const QString& path) {
            Mapping document(m_draft, node, path);
            const QString id = document.requiredText("id");
            m_sources.documents.insert(id, {document.requiredText("title"), document.text("url")});
        });
    }

    void readReleases(Mapping& file) {
        file.eachElement("releases", [&](const YAML::Node& node, const QString& path) {
            Mapping release(m_draft, node, path);
            m_draft.catalogue.releases << Release{release.requiredText("version"), release.requiredText("line"),
                                                  release.text("date"), release.flag("published", true),
                                                  release.text("note")};
        });
    }

    void readQuestions(Mapping& file) {
        file.eachElement("groups", [&](const YAML::Node& node, const QString& path) {
            Mapping group(m_draft, node, path);
            m_draft.catalogue.groups << QuestionGroup{group.requiredText("id"), group.requiredText("title")};
        });
        file.eachElement("questions", [&](const YAML::Node& node, const QString& path) {
            Mapping mapping(m_draft, node, path);
            m_draft.catalogue.questions << readQuestion(mapping);
        });
    }

    Question readQuestion(Mapping& mapping) {
        m_guideSection.clear();
        Question question;
        question.id = mapping.requiredText("id");
        question.group = mapping.requiredText("group");
        question.ask = mapping.requiredText("ask");
        question.label = mapping.requiredText("label");
        question.perHost = mapping.flag("per-host", false);
        if (mapping.has("hosts")) {
            Mapping hosts(m_draft, mapping.node("hosts"), mapping.child("hosts"));
            question.hostsYes = hosts.requiredText("yes");
            question.hostsNo = hosts.requiredText("no");
        }
        question.safe = mapping.requiredWord<Answer>("safe");
        question.why = mapping.requiredText("why");
        mapping.eachElement("find-out", [&](const YAML::Node& node, const QString& path) {
            Mapping findOut(m_draft, node, path);
            question.findOut << FindOut{findOut.text("releases"), findOut.text("command"), findOut.text("where"),
                                        findOut.requiredText("means")};
        });
        question.sources = readCitations(mapping);
        return question;
    }

    void readHop(Mapping& file) {
        Hop hop;
        hop.from = file.requiredText("from");
        hop.to = file.requiredText("to");
        hop.fromLine = parseTypedRelease(hop.from).line.toString();
        hop.toLine = parseTypedRelease(hop.to).line.toString();
        const QString order = file.requiredText("order");
        if (order != QLatin1String("listed") && order != QLatin1String("free"))
            file.fault(file.child("order"), Text::tr("“%1” is none of: listed, free").arg(order));
        hop.ordered = order != QLatin1String("free");
        hop.standing = file.text("standing");
        m_guideSection = Text::tr("Upgrading from %1 to %2").arg(hop.from, hop.to);
        readItems(file, hop.items);
        file.eachElement("omitted", [&](const YAML::Node& node, const QString& path) {
            Mapping omission(m_draft, node, path);
            m_draft.catalogue.omissions << Omission{omission.requiredText("source"),
                                                    omission.requiredWord<OmissionReason>("reason")};
        });
        m_draft.hopFiles.insert(hop.toLine, m_file);
        m_draft.catalogue.hops << hop;
    }

    void readItems(Mapping& file, QList<Item>& items) {
        file.eachElement("items", [&](const YAML::Node& node, const QString& path) {
            Mapping mapping(m_draft, node, path);
            items << readItem(mapping);
        });
    }

    Item readItem(Mapping& mapping) {
        Item item;
        item.id = mapping.requiredText("id");
        item.kind = mapping.requiredWord<Kind>("kind");
        item.text = mapping.requiredText("text");
        item.details = mapping.text("details");
        item.when = mapping.text("when");
        item.phase = mapping.requiredWord<Phase>("phase");
        item.component = mapping.requiredWord<Component>("component");
        item.severity = mapping.word("severity", Severity::Info);
        item.gate = mapping.word("gate", Gate::None);
        item.qualifiers = mapping.texts("qualifiers");
        item.origin = mapping.word("origin", Origin::Guide);
        item.holds = mapping.text("holds");
        item.seen = mapping.text("seen");
        item.hops = mapping.text("hops");
        readVerify(mapping, item.verify);
        readUndo(mapping, item.undo);
        readStop(mapping, item.stop);
        readTasks(mapping, item.tasks);
        readSnippets(mapping, item.snippets);
        readFlags(mapping, item.flags);
        item.sources = readCitations(mapping);
        mapping.eachElement("links", [&](const YAML::Node& node, const QString& path) {
            Mapping link(m_draft, node, path);
            item.links << ItemLink{link.requiredText("item"), link.requiredText("says")};
        });
        return item;
    }

    void readVerify(Mapping& item, Verify& verify) {
        if (!item.has("verify"))
            return;
        Mapping mapping(m_draft, item.node("verify"), item.child("verify"));
        verify = {mapping.text("look"), mapping.text("expect"), mapping.text("nothing"), mapping.texts("looked")};
        if (verify.look.isEmpty() != verify.expect.isEmpty() || verify.look.isEmpty() == verify.nothing.isEmpty())
            mapping.fault(item.child("verify"),
                          Text::tr("either “look” and “expect”, or “nothing” and “looked” are expected here"));
    }

    /// `unsaid`, `{how: …}` or `{cannot: …}`
    void readUndo(Mapping& item, Undo& undo) {
        if (!item.has("undo"))
            return;
        const YAML::Node node = item.node("undo");
        if (node.IsScalar()) {
            if (node.Scalar() != "unsaid")
                item.fault(item.child("undo"), Text::tr("“unsaid”, {how: …} or {cannot: …} is expected here"));
            return;
        }
        Mapping mapping(m_draft, node, item.child("undo"));
        const QString how = mapping.text("how");
        const QString cannot = mapping.text("cannot");
        if (how.isEmpty() == cannot.isEmpty())
            mapping.fault(item.child("undo"), Text::tr("“unsaid”, {how: …} or {cannot: …} is expected here"));
        undo = how.isEmpty() ? Undo{UndoKind::Cannot, cannot} : Undo{UndoKind::How, how};
    }

    void readStop(Mapping& item, Stop& stop) {
        if (!item.has("stop"))
            return;
        Mapping mapping(m_draft, item.node("stop"), item.child("stop"));
        stop.after = mapping.requiredWord<StopAfter>("after");
        stop.why = mapping.text("why");
    }

    void readTasks(Mapping& item, TaskCost& tasks) {
        if (!item.has("tasks"))
            return;
        Mapping mapping(m_draft, item.node("tasks"), item.child("tasks"));
        tasks = {true, mapping.requiredWord<TaskEffect>("effect"), mapping.requiredText("why")};
    }

    void readSnippets(Mapping& item, QList<Snippet>& snippets) {
        item.eachElement("snippets", [&](const YAML::Node& node, const QString& path) {
            Mapping mapping(m_draft, node, path);
            Snippet snippet{mapping.requiredText("language"), mapping.text("where"), mapping.code("code"), {}};
            if (mapping.has("placeholders")) {
                Mapping placeholders(m_draft, mapping.node("placeholders"), mapping.child("placeholders"));
                for (const auto& entry : mapping.node("placeholders"))
                    snippet.placeholders.insert(textOf(entry.first),
                                                placeholders.requiredText(entry.first.Scalar().c_str()));
            }
            snippets << snippet;
        });
    }

    void readFlags(Mapping& item, QList<FlagFact>& flags) {
        item.eachElement("flags", [&](const YAML::Node& node, const QString& path) {
            Mapping mapping(m_draft, node, path);
            flags << FlagFact{mapping.requiredText("of"), mapping.requiredText("name"),
                              mapping.requiredWord<FlagUse>("do"), mapping.text("to"), mapping.requiredText("at")};
        });
    }

    QList<Source> readCitations(Mapping& mapping) {
        QList<Source> sources;
        const QStringList citations = mapping.texts("source");
        for (int i = 0; i < citations.size(); ++i) {
            // The section's name belongs to the guide of 0.11 to 0.22 and to upstream's guide alike.
            sources << resolveCitation(citations[i], m_sources, m_guideSection);
            if (sources.last().document.isEmpty())
                mapping.fault(
                    mapping.child("source") + u'/' + QString::number(i),
                    Text::tr("“%1” names no known document; DOCUMENT:LINES or PATH@RELEASE:LINES is expected%2")
                        .arg(citations[i], didYouMean(citations[i].section(u':', 0, 0), m_sources.documents.keys())));
        }
        return sources;
    }

    QDir m_folder;
    QString m_file;
    QString m_guideSection;
    SourceTable m_sources;
    QCryptographicHash m_hash{QCryptographicHash::Sha256};
    CatalogueDraft m_draft;
    std::optional<Error> m_failed;
};

} // namespace

QString Finding::toString() const {
    return QStringLiteral("%1:%2:%3: %4").arg(at.file).arg(at.line).arg(at.column).arg(message);
}

Mark CatalogueDraft::markOf(const QString& path) const {
    for (QString at = path; !at.isEmpty(); at = at.left(qMax<qsizetype>(at.lastIndexOf(u'/'), 0)))
        if (const auto mark = marks.constFind(at); mark != marks.constEnd())
            return *mark;
    return {path.section(u'/', 0, 0), 1, 1};
}

Result<CatalogueDraft> readCatalogueDraft(const QString& folder) {
    return DraftReader(folder).read();
}
