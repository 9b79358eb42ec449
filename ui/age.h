#pragma once

#include <QDateTime>
#include <QString>

/// How long ago something was, as people say it: "just now", "today", "yesterday", "12 days ago", "8 weeks ago"; the
/// day where it is longer. Counted in calendar days of this machine's time zone.
QString ageText(const QDateTime& then, const QDateTime& now = QDateTime::currentDateTimeUtc());
