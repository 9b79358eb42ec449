#pragma once

#include "app/command.h"
#include "report/report.h"

// What commands give out: lines for a terminal, and documents in the format that was asked for.

/// Lines for people. A plan file may come from anybody, and a terminal obeys what is in a text: control characters,
/// those that turn the direction of writing too, are replaced by the character for what cannot be shown.
QByteArray terminalText(const QString& text);

/// What makes a document, once its format is known.
using MakeDocument = std::function<Result<QByteArray>(Format format)>;

/// The document as `--format` and `-o` ask for it: written to the file, or for standard output. Errors: a
/// format that contradicts the file's name, a PDF for a terminal, and those of `make` and writeWhole().
Result<Said> deliver(const Call& call, const MakeDocument& make);
