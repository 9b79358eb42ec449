#include "ui/knowledge_form.h"

#include "core/inventory.h"
#include "core/words.h"
#include "ui/knowledge.h"
#include "ui/labels.h"

#include <QCoreApplication>
#include <QDir>
#include <QFormLayout>
#include <QLabel>

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Knowledge)
};

QString rangeText(const Catalogue& known, int upgrades) {
    return upgrades == 0
               ? Text::tr("none")
               : Text::tr("%1, from %2 to %3")
                     .arg(QString::number(upgrades), known.hops.constFirst().fromLine, known.hops.constLast().toLine);
}
} // namespace

QWidget* knowledgeForm(Knowledge& knowledge) {
    auto* form = new QWidget;
    form->setObjectName(QStringLiteral("knowledgeForm"));
    auto* layout = new QFormLayout(form);
    layout->setContentsMargins(0, 0, 0, 0);
    const auto addRow = [layout](const QString& label, const QString& text, const QString& objectName) {
        layout->addRow(label, plainLabel(text, objectName));
    };
    const Result<const Catalogue*> known = knowledge.inUse();
    if (!known) {
        addRow(Text::tr("Not readable:"), known.error().message, QStringLiteral("knowledgeFault"));
        return form;
    }
    const Catalogue& all = **known;
    const Inventory inventory = inventoryOf(all);
    addRow(Text::tr("In use:"),
           knowledge.folder().isEmpty()
               ? Text::tr("what is built into the program")
               : Text::tr("%1, until the program is closed").arg(QDir::toNativeSeparators(knowledge.folder())),
           QStringLiteral("knowledgeInUse"));
    addRow(Text::tr("Last changed:"), all.version, QStringLiteral("knowledgeVersion"));
    addRow(Text::tr("SHA-256:"), all.digest, QStringLiteral("knowledgeDigest"));
    addRow(Text::tr("Last published version of Mesos:"),
           Text::tr("%1 (%2)").arg(inventory.lastRelease.version, inventory.lastRelease.date),
           QStringLiteral("knowledgeLastRelease"));
    addRow(Text::tr("Upgrades:"), rangeText(all, inventory.upgrades), QStringLiteral("knowledgeUpgrades"));
    addRow(
        Text::tr("Steps and notes:"),
        Text::tr("%1 steps, %2 notes: %3")
            .arg(QString::number(inventory.steps), QString::number(inventory.notes), words::origins(inventory.origins)),
        QStringLiteral("knowledgeOrigins"));
    return form;
}
