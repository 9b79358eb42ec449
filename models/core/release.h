#pragma once

#include <QString>
#include <QVersionNumber>

/// One release of Mesos as upstream lists it.
struct Release {
    QString version;       ///< `0.18.2`
    QString line;          ///< `0.18`: the release line, without patch
    QString date;          ///< ISO day of the release, empty when it never was published
    bool published = true; ///< false: announced, but never released
    QString note;          ///< what is odd about it, may be empty
};

/// A release as a person types it: `0.18`, `0.18.x`, `0.18.2`, `v0.18.2`, spaces around it.
struct TypedRelease {
    QVersionNumber line; ///< 0.18; null when the text is no release at all
    int patch = -1;      ///< 2; -1 when a line was typed

    bool isNull() const { return line.isNull(); }
};
TypedRelease parseTypedRelease(QStringView text);

/// Orders `0.9` before `0.10` and `1.9` before `1.10`; takes lines and releases.
bool olderThan(const QString& a, const QString& b);

/// From 1.0 on slaves are called agents. Takes whatever begins with a version: `1.4.2`, `0.18.x`, `1.4-agents-restart`.
bool callsSlavesAgents(const QString& version);

/// Stretches of releases, both ends included, written `0.13.0..0.14.2` or as one release, several with commas between;
/// ends may be lines (`0.13..0.22`), then every patch of the last line belongs to it. An empty text contains
/// everything.
bool rangeContains(const QString& range, const QString& version);
bool rangesOverlap(const QString& a, const QString& b);
bool isReleaseRange(const QString& text);
