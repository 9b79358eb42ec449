#include "ui/recent_plans.h"

#include <QFileInfo>
#include <QSettings>

namespace {
constexpr qsizetype most = 10;
QString listKey() {
    return QStringLiteral("recentPlans");
}
} // namespace

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
                        settings.value(u"steps"_qs).toInt(), settings.value(u"done"_qs).toInt()});
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

void RecentPlans::write() {
    m_settings.remove(listKey());
    m_settings.beginWriteArray(listKey(), static_cast<int>(m_plans.size()));
    for (int i = 0; i < m_plans.size(); ++i) {
        m_settings.setArrayIndex(i);
        m_settings.setValue(u"path"_qs, m_plans[i].path);
        m_settings.setValue(u"title"_qs, m_plans[i].title);
        m_settings.setValue(u"steps"_qs, m_plans[i].steps);
        m_settings.setValue(u"done"_qs, m_plans[i].done);
    }
    m_settings.endArray();
    Q_EMIT changed();
}
