#include "core/yaml/catalogue_yaml.h"

#include "core/nearest.h"
#include "core/sources.h"
#include "core/yaml/item_yaml.h"
#include "core/yaml/mapping.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>

#include <algorithm>

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(core)
};

constexpr int schema = 2; // SCHEMA.md

/// Reads the files of one folder into a draft.
class DraftReader {
public:
    explicit DraftReader(const QString& folder)
        : m_folder(folder) {}

    Result<CatalogueDraft> read() {
        if (!m_folder.exists())
            return systemError(Text::tr("There is no folder %1.").arg(m_folder.path()));
        readFile(QStringLiteral("sources.yaml"), &DraftReader::readSources);
        readFile(QStringLiteral("releases.yaml"), &DraftReader::readReleases);
        readFile(QStringLiteral("questions.yaml"), &DraftReader::readQuestions);
        readFile(QStringLiteral("standing.yaml"), &DraftReader::readStanding);
        readFile(QStringLiteral("patch.yaml"), &DraftReader::readPatch);
        readFile(QStringLiteral("road.yaml"), &DraftReader::readRoad);
        QDir hops(m_folder.filePath(QStringLiteral("hops")));
        for (const QString& name : hops.entryList({QStringLiteral("*.yaml")}, QDir::Files, QDir::Name))
            readFile(QStringLiteral("hops/") + name, &DraftReader::readHop);
        QList<Hop>& read = m_draft.catalogue.hops;
        std::sort(read.begin(), read.end(), [](const Hop& a, const Hop& b) { return olderThan(a.toLine, b.toLine); });
        if (m_failed)
            return tl::make_unexpected(*m_failed);
        m_draft.catalogue.version = m_sources.version;
        m_draft.catalogue.digest = QString::fromLatin1(m_hash.result().toHex());
        return m_draft;
    }

private:
    void readFile(const QString& name, void (DraftReader::*readTop)(Mapping&)) {
        m_file = name;
        m_guideSection.clear();
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
        readDocument(m_draft, name, bytes, schema, [&](Mapping& top) { (this->*readTop)(top); });
    }

    void readSources(Mapping& file) {
        m_sources.version = file.requiredText("version");
        m_sources.head = file.requiredText("head");
        m_sources.repository = file.requiredText("repository");
        file.eachBelow("documents", [&](Mapping& document) {
            const QString id = document.requiredText("id");
            m_sources.documents.insert(id, {document.requiredText("title"), document.text("url")});
        });
    }

    void readReleases(Mapping& file) {
        file.eachBelow("releases", [&](Mapping& release) {
            m_draft.catalogue.releases << Release{release.requiredText("version"), release.requiredText("line"),
                                                  release.text("date"), release.flag("published", true),
                                                  release.text("note")};
        });
    }

    void readQuestions(Mapping& file) {
        file.eachBelow("groups", [&](Mapping& group) {
            m_draft.catalogue.groups << QuestionGroup{group.requiredText("id"), group.requiredText("title"),
                                                      group.text("none")};
        });
        file.eachBelow("questions", [&](Mapping& question) { m_draft.catalogue.questions << readQuestion(question); });
    }

    Question readQuestion(Mapping& mapping) {
        Question question;
        question.id = mapping.requiredText("id");
        question.group = mapping.requiredText("group");
        question.of = mapping.text("of");
        question.ask = mapping.requiredText("ask");
        question.label = mapping.requiredText("label");
        question.perHost = mapping.flag("per-host", false);
        mapping.below("hosts", [&](Mapping& hosts) {
            question.hostsYes = hosts.requiredText("yes");
            question.hostsNo = hosts.requiredText("no");
        });
        question.safe = mapping.requiredWord<Answer>("safe");
        question.why = mapping.requiredText("why");
        mapping.eachBelow("find-out", [&](Mapping& findOut) {
            question.findOut << FindOut{findOut.text("releases"), findOut.text("command"), findOut.text("where"),
                                        findOut.requiredText("means")};
        });
        question.sources = readCitations(mapping);
        return question;
    }

    void readStanding(Mapping& file) { readItems(file, m_draft.catalogue.standing); }
    void readPatch(Mapping& file) { readItems(file, m_draft.catalogue.patch); }

    void readRoad(Mapping& file) {
        file.eachBelow("direct", [&](Mapping& direct) {
            m_draft.catalogue.direct << DirectStretch{direct.requiredText("lines"), readCitations(direct)};
        });
    }

    void readHop(Mapping& file) {
        Hop hop;
        hop.from = file.requiredText("from");
        hop.to = file.requiredText("to");
        hop.fromLine = parseTypedRelease(hop.from).line.toString();
        hop.toLine = parseTypedRelease(hop.to).line.toString();
        hop.order = file.requiredWord<ComponentOrder>("order");
        hop.standing = file.text("standing");
        m_guideSection = Text::tr("Upgrading from %1 to %2").arg(hop.from, hop.to);
        readItems(file, hop.items);
        file.eachBelow("omitted", [&](Mapping& omission) {
            m_draft.catalogue.omissions << Omission{omission.text("source"), omission.text("anchor"),
                                                    omission.requiredWord<OmissionReason>("reason")};
            if (omission.has("source") == omission.has("anchor"))
                omission.faultHere(Text::tr("either “source” or “anchor” is expected"));
        });
        m_draft.hopFiles.insert(hop.toLine, m_file);
        m_draft.catalogue.hops << hop;
    }

    void readItems(Mapping& file, QList<Item>& items) {
        file.eachBelow("items", [&](Mapping& mapping) { items << readItem(mapping); });
    }

    Item readItem(Mapping& mapping) {
        Item item;
        readItemBody(mapping, item);
        item.phase = mapping.requiredWord<Phase>("phase");
        item.component = mapping.requiredWord<Component>("component");
        item.origin = mapping.word("origin", Origin::Guide);
        item.holds = mapping.text("holds");
        item.hops = mapping.text("hops");
        item.leavesLine = mapping.flag("leaves-line", false);
        item.anchors = mapping.texts("anchors");
        item.fold = mapping.text("fold");
        item.doOn = mapping.text("do-on");
        item.instead = mapping.text("instead");
        item.sources = readCitations(mapping);
        return item;
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

FilePlace CatalogueDraft::placeOf(const QString& path) const {
    for (QString at = path; !at.isEmpty(); at = at.left(qMax<qsizetype>(at.lastIndexOf(u'/'), 0)))
        if (const auto place = places.constFind(at); place != places.constEnd())
            return *place;
    return {path.section(u'/', 0, 0), 1, 1};
}

Result<CatalogueDraft> readCatalogueDraft(const QString& folder) {
    return DraftReader(folder).read();
}
