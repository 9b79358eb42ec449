#pragma once

#include "core/answers.h"

#include <memory>

/// The three values of Kleene's logic, in their order: `and` is the minimum, `or` the maximum.
enum class Truth { No, Unknown, Yes };

/// When an item applies: trait ids joined by `and`, `or`, `not` and parentheses, for example `cgroups and not docker`.
/// An empty condition always holds. A value: cheap to copy, immutable.
class Condition {
public:
    /// The error says at which column (counted from 1) of `text` it stopped and what was expected there.
    static Result<Condition> parse(const QString& text);

    Condition();

    /// `some` counts as yes for the trait and for its contrary alike, so `not` is applied to single traits (a negated
    /// parenthesis is turned inside out first).
    Truth evaluate(const Answers& answers) const;

    /// Every trait in it, in the order of appearance, each once.
    QStringList traits() const;

    /// True where `trait` stands in it without a `not` (or false: with one). A trait may stand both ways.
    bool mentions(const QString& trait, bool plain) const;

    struct Node;

private:
    std::shared_ptr<const Node> m_root;
};
