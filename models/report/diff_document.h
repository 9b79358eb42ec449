#pragma once

#include "core/plan_diff.h"
#include "core/record.h"

// What a comparison says, in the words and the order that all formats share. Texts are CommonMark inline unless said
// otherwise.

/// What stands beneath an entry. The label is plain, the text CommonMark.
struct Line {
    QString label;
    QString text;
};

struct Entry {
    QString text; ///< may be empty
    QString id;   ///< may be empty
    bool isNote = false;
    QString marks; ///< plain
    QList<Line> lines;
};

struct Part {
    QString title; ///< plain
    QList<Entry> entries;
};

struct Chapter {
    QString title; ///< plain
    QStringList bullets;
    QList<Part> parts;
};

struct Document {
    QString title; ///< plain
    QList<Chapter> chapters;
};

/// Without a chapter that has nothing to say, but always with a summary.
Document documentOf(const PlanDiff& diff, const Record& before, const Record& after);
