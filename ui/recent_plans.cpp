#include "ui/recent_plans.h"

#include "core/progress.h"
#include "core/words.h"
#include "report/rich_text.h"
#include "store/plan_file.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSettings>

namespace {
constexpr qsizetype most = 10;
QString listKey() {
    return QStringLiteral("recentPlans");
}

struct Text {
    Q_DECLARE_TR_FUNCTIONS(RecentPlans)
};
} // namespace

RecentPlan recentPlanOf(const PlanFile& file) {
    const Plan& plan = file.plan();
    const Progress progress = progressOf(plan, file.record());
    RecentPlan recent{.path = file.path(),
                      .title = words::planTitle(plan),
                      .steps = progress.steps,
                      .done = progress.done(),
                      .lastStep = {},
                      .when = QDateTime::currentDateTimeUtc()};
    QDateTime latest;
    forEachItem(plan, [&](const PlanHop& hop, const PlanSection&, const PlanItem& item) {
        const QDateTime marked = file.record().of(item.item.id).markedAt;
        if (!item.item.isStep() || !marked.isValid() || (latest.isValid() && marked < latest))
            return;
        latest = marked;
        recent.when = marked;
        recent.lastStep =
            Text::tr("%1, step %2: %3")
                .arg(words::hop(hop.from, hop.to), QString::number(item.number), plainText(item.item.text));
    });
    return recent;
}

bool RecentPlan::isMissing() const {
    return !QFileInfo::exists(path);
}

RecentPlans::RecentPlans(QSettings& settings, QObject* parent)
    : QObject(parent)
    , m_settings(settings) {
    const int count = settings.beginReadArray(listKey());
    for (int i = 0; i < count; ++i) {
        settings.setArrayIndex(i);
        m_plans.append({settings.value(u"path"_qs).toString(), settings.value(u"title"_qs).toString(),
                        settings.value(u"steps"_qs).toInt(), settings.value(u"done"_qs).toInt(),
                        settings.value(u"lastStep"_qs).toString(), settings.value(u"when"_qs).toDateTime()});
    }
    settings.endArray();
}

void RecentPlans::remember(const RecentPlan& plan) {
    m_plans.removeIf([&plan](const RecentPlan& known) { return known.path == plan.path; });
    m_plans.prepend(plan);
    if (m_plans.size() > most)
        m_plans.resize(most);
    write();
}

void RecentPlans::forget(const QString& path) {
    m_plans.removeIf([&path](const RecentPlan& known) { return known.path == path; });
    write();
}

void RecentPlans::forgetAll() {
    m_plans.clear();
    write();
}

void RecentPlans::write() {
    m_settings.remove(listKey());
    m_settings.beginWriteArray(listKey(), static_cast<int>(m_plans.size()));
    for (int i = 0; i < m_plans.size(); ++i) {
        m_settings.setArrayIndex(i);
        m_settings.setValue(u"path"_qs, m_plans[i].path);
        m_settings.setValue(u"title"_qs, m_plans[i].title);
        m_settings.setValue(u"steps"_qs, m_plans[i].steps);
        m_settings.setValue(u"done"_qs, m_plans[i].done);
        m_settings.setValue(u"lastStep"_qs, m_plans[i].lastStep);
        m_settings.setValue(u"when"_qs, m_plans[i].when);
    }
    m_settings.endArray();
    Q_EMIT changed();
}
