#include "report/correction.h"

#include "core/words.h"

#include <QCoreApplication>

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(report)
};

QString sourceLine(const Source& source) {
    QStringList parts{words::source(source)};
    if (!source.url.isEmpty())
        parts << source.url;
    return QStringLiteral("- %1 (%2)").arg(parts.join(u' '), source.citation);
}

QStringList sourceLines(const Item& item) {
    if (item.sources.isEmpty())
        return {Text::tr("Source: none (%1)").arg(words::origin(item))};
    QStringList lines{Text::tr("Source:")};
    for (const Source& source : item.sources)
        lines << sourceLine(source);
    return lines;
}

} // namespace

QString correctionText(const Plan& plan, const QString& id) {
    QStringList lines;
    forEachItem(plan, [&](const PlanHop& hop, const PlanSection& section, const PlanItem& planned) {
        const Item& item = planned.item;
        if (item.id != id)
            return;
        lines << Text::tr("Correction of: %1").arg(id)
              << Text::tr("Upgrade: %1, %2").arg(words::hop(hop.from, hop.to), section.title)
              << Text::tr("Text: %1").arg(item.text);
        if (!item.details.isEmpty())
            lines << Text::tr("Details:") << item.details.trimmed();
        lines << sourceLines(item)
              << Text::tr("Knowledge of: %1, SHA-256 %2").arg(plan.catalogueVersion, plan.catalogueDigest);
        if (item.origin == Origin::Team)
            lines << Text::tr("Team's file: %1, SHA-256 %2").arg(plan.overlay.name, plan.overlay.digest);
        lines << QString() << Text::tr("What should be different:") << QString();
    });
    return lines.join(u'\n');
}
