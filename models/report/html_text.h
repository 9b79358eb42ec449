#pragma once

#include <QStringList>

// The pieces HTML reports are made of. Texts called html are markup already; all others are escaped here.

namespace html {
/// `name` may hold attributes: `section id="summary"`.
QString element(const QString& name, const QString& html);
QString plain(const QString& name, const QString& text);
QString code(const QString& text);
QString list(const QStringList& html);

/// `<dt>` with its `<dd>`.
QString fact(const QString& label, const QString& html);

/// A section with its heading.
QString part(const QString& id, const QString& title, const QString& html);

/// The whole file around a body: self-contained, with resources/report.css inside.
QByteArray page(const QString& title, const QString& body);
} // namespace html
