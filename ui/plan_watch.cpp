#include "ui/plan_watch.h"

#include "core/words.h"
#include "store/plan_file.h"
#include "ui/message_bar.h"
#include "ui/record_editor.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPushButton>

namespace {
/// "Lin: 0.18-masters-restart done"
QString told(const JournalEntry& entry) {
    switch (entry.deed) {
    case Deed::State:
        return PlanWatch::tr("%1: %2 %3")
            .arg(entry.who, entry.about.join(QStringLiteral(", ")), words::state(entry.mark.state));
    case Deed::Call:
        return PlanWatch::tr("%1 wrote down whom to call").arg(entry.who);
    case Deed::Plan:
        return PlanWatch::tr("%1 changed the plan").arg(entry.who);
    default:
        return PlanWatch::tr("%1 wrote on %2").arg(entry.who, entry.about.join(QStringLiteral(", ")));
    }
}
/// "0.18-settle: seen at noon", a line each, to be put somewhere else.
QString writtenText(const QList<RecordEditor::Stranded>& stranded) {
    QStringList lines;
    for (const RecordEditor::Stranded& text : stranded)
        lines << PlanWatch::tr("%1: %2").arg(text.about, text.text);
    return lines.join(u'\n');
}

QString strandedText(const QList<RecordEditor::Stranded>& stranded) {
    constexpr qsizetype longest = 160; // in one line at the top; all of it can be copied
    const QString text = writtenText(stranded).simplified();
    return PlanWatch::tr("Not recorded, and kept only here: %1 What was written: %2")
        .arg(stranded.constLast().because, text.size() > longest ? text.left(longest) + u'…' : text);
}
} // namespace

PlanWatch::PlanWatch(PlanFile& file, RecordEditor& editor, MessageBar& bar, QObject* parent)
    : QObject(parent)
    , m_file(file)
    , m_editor(editor)
    , m_bar(bar) {
    connect(&m_file, &PlanFile::lost, this, [this](const QString& sentence) {
        m_lost = sentence;
        show();
    });
    connect(&m_file, &PlanFile::found, this, [this] {
        m_lost.clear();
        m_editor.tryNow();
        show();
    });
    connect(&m_file, &PlanFile::othersDid, this, &PlanWatch::tellOthers);
    connect(&m_editor, &RecordEditor::notSavedChanged, this, &PlanWatch::show);
    m_file.watch();
    show();
}

void PlanWatch::show() {
    const int waiting = m_editor.notSaved();
    QStringList sentences;
    if (!m_lost.isEmpty())
        sentences << m_lost;
    if (waiting > 0)
        sentences << tr("Not saved yet: %1. It is tried again every few seconds.").arg(waiting);
    if (waiting > 0 && m_lost.isEmpty())
        sentences << m_editor.notSavedBecause();
    if (!m_editor.stranded().isEmpty())
        sentences << strandedText(m_editor.stranded());
    if (sentences.isEmpty() && m_file.isReadOnly())
        sentences << m_file.readOnlyReason();
    if (sentences.isEmpty())
        sentences << m_file.cutOffWarning();
    sentences.removeAll(QString());
    if (sentences.isEmpty()) {
        m_bar.hide();
        return;
    }
    m_bar.tell(MessageBar::Tone::Warned, sentences.join(u' '));
    if (waiting > 0)
        connect(m_bar.addButton(tr("Try now"), QStringLiteral("tryNow")), &QPushButton::clicked, &m_editor,
                &RecordEditor::tryNow);
    if (waiting > 0 || !m_lost.isEmpty())
        connect(m_bar.addButton(tr("Save a copy…"), QStringLiteral("saveCopy")), &QPushButton::clicked, this,
                &PlanWatch::saveCopyRequested);
    if (!m_editor.stranded().isEmpty()) {
        connect(m_bar.addButton(tr("Copy what was written"), QStringLiteral("copyStranded")), &QPushButton::clicked,
                this, [this] { QGuiApplication::clipboard()->setText(writtenText(m_editor.stranded())); });
        connect(m_bar.addButton(tr("Let it go"), QStringLiteral("dropStranded")), &QPushButton::clicked, &m_editor,
                &RecordEditor::dropStranded);
    }
}

void PlanWatch::tellOthers(const QList<JournalEntry>& entries) {
    const QString last = told(entries.constLast());
    Q_EMIT othersTold(entries.size() == 1 ? last
                                          : tr("%1 – and %2 more").arg(last, QString::number(entries.size() - 1)));
}
