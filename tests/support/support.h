#pragma once

#include "core/plan.h"

#include <QString>

// What several tests need. Everything here ends the test with qFatal when it cannot be had.

/// The catalogue the programs embed.
const Catalogue& catalogue();

/// A plan as the wizard would make it; `answers` is written like `cgroups=some authentication=no`.
Plan planFor(const QString& from, const QString& to, const QString& answers = {},
             RouteKind kind = RouteKind::EveryRelease);

/// Every question of the catalogue answered the same.
Answers allAnswers(Answer answer);

/// Compares with `tests/data/NAME` and shows the first line that differs; with UPDATE_GOLDEN=1 in the environment
/// writes it instead.
bool matchesGolden(const QByteArray& text, const QString& name);

/// Call in init(): any warning of Qt fails the test, those of the offscreen platform about what it cannot do apart.
void failOnAnyWarning();
