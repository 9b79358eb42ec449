#include "ui/age.h"

#include <QCoreApplication>
#include <QLocale>

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Age)
};
} // namespace

QString ageText(const QDateTime& then, const QDateTime& now) {
    constexpr qint64 fewSeconds = 120;
    constexpr qint64 week = 7;
    const qint64 days = then.toLocalTime().date().daysTo(now.toLocalTime().date());
    if (qAbs(then.secsTo(now)) < fewSeconds)
        return Text::tr("just now");
    if (days < 0) // the clock was set
        return QLocale().toString(then.toLocalTime().date(), QLocale::ShortFormat);
    if (days == 0)
        return Text::tr("today");
    if (days == 1)
        return Text::tr("yesterday");
    if (days < 2 * week)
        return Text::tr("%n days ago", nullptr, static_cast<int>(days));
    if (days < 10 * week)
        return Text::tr("%n weeks ago", nullptr, static_cast<int>(days / week));
    return QLocale().toString(then.toLocalTime().date(), QLocale::ShortFormat);
}
