#pragma once

#include <QStringList>

// The pieces Markdown reports are made of, each so that GitHub's, GitLab's and cmark's renderers show the same.

namespace markdown {
QString codeSpan(const QString& text);
QString codeSpans(const QStringList& texts); ///< with commas between them
QString strong(const QString& text);

/// A text of the catalogue is written over several lines where its YAML was.
QString oneLine(const QString& text);

/// What a person wrote: no character of it means anything, its lines and its indentation stay.
QString personsText(const QString& plain);

/// A code block whose fence is longer than any run of backticks inside.
QString fenced(const QString& language, const QString& code);
} // namespace markdown
