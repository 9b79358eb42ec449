#include "core/condition.h"

#include <QCoreApplication>

#include <algorithm>

/// Negation stands only at single traits: parse() turns negated parentheses inside out, so that "some" can make a trait
/// and its contrary true at once.
struct Condition::Node {
    enum class Type { Always, Trait, And, Or } type = Type::Always;
    QString trait;
    bool plain = true; ///< Trait: false with a `not` in front
    std::shared_ptr<const Node> left;
    std::shared_ptr<const Node> right;
};

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(core)
};

using Node = Condition::Node;
using NodePtr = std::shared_ptr<const Node>;

bool isTraitId(QStringView token) {
    const auto isLetter = [](QChar c) { return c >= u'a' && c <= u'z'; };
    return !token.isEmpty() && isLetter(token[0]) && std::all_of(token.cbegin(), token.cend(), [&](QChar c) {
        return isLetter(c) || (c >= u'0' && c <= u'9') || c == u'-';
    });
}

/// Plans parse thousands of conditions, so without QRegularExpression.
class Parser {
public:
    explicit Parser(QStringView text)
        : m_text(text) {
        advance();
    }

    Result<NodePtr> parse() {
        NodePtr root = disjunction(false);
        if (m_mistake.isEmpty() && !m_token.isEmpty())
            expected(Text::tr("“and”, “or” or the end"));
        if (!m_mistake.isEmpty())
            return fileError(m_mistake);
        return root;
    }

private:
    void advance() {
        const auto isSpace = [](QChar c) { return c.isSpace(); };
        const auto isOfWord = [](QChar c) { return !c.isSpace() && c != u'(' && c != u')'; };
        const auto begin = std::find_if_not(m_text.cbegin() + m_next, m_text.cend(), isSpace);
        auto end = std::find_if_not(begin, m_text.cend(), isOfWord);
        if (end == begin && begin != m_text.cend())
            ++end; // a parenthesis
        m_token = QStringView(begin, end);
        m_column = begin - m_text.cbegin() + 1;
        m_next = end - m_text.cbegin();
    }
    void expected(const QString& what) {
        if (m_mistake.isEmpty())
            m_mistake = m_token.isEmpty()
                            ? Text::tr("column %1: %2 expected").arg(m_column).arg(what)
                            : Text::tr("column %1: %2 expected, found “%3”").arg(m_column).arg(what, m_token);
    }
    NodePtr disjunction(bool negated) {
        return chain(QLatin1String("or"), &Parser::conjunction, Node::Type::Or, negated);
    }
    NodePtr conjunction(bool negated) { return chain(QLatin1String("and"), &Parser::factor, Node::Type::And, negated); }

    NodePtr chain(QLatin1String word, NodePtr (Parser::*part)(bool), Node::Type type, bool negated) {
        // De Morgan: below a `not` an `and` is an `or` of the negated parts.
        const Node::Type effective = !negated ? type : type == Node::Type::And ? Node::Type::Or : Node::Type::And;
        NodePtr left = (this->*part)(negated);
        while (m_mistake.isEmpty() && m_token == word) {
            advance();
            NodePtr right = (this->*part)(negated);
            left = std::make_shared<Node>(Node{effective, {}, true, left, right});
        }
        return left;
    }
    NodePtr factor(bool negated) {
        if (m_token == QLatin1String("not")) {
            advance();
            return factor(!negated);
        }
        if (m_token == QLatin1String("(")) {
            advance();
            NodePtr inner = disjunction(negated);
            if (m_token != QLatin1String(")"))
                expected(Text::tr("“)”"));
            advance();
            return inner;
        }
        if (m_token == QLatin1String("and") || m_token == QLatin1String("or") || !isTraitId(m_token)) {
            expected(Text::tr("the id of a question, “not” or “(”"));
            return {};
        }
        const QString trait = m_token.toString();
        advance();
        return std::make_shared<Node>(Node{Node::Type::Trait, trait, !negated, {}, {}});
    }

    QStringView m_text;
    QStringView m_token;
    QString m_mistake;
    qsizetype m_next = 0;
    qsizetype m_column = 1;
};

Truth truthOf(Answer answer, bool plain) {
    switch (answer) {
    case Answer::Unsure:
        return Truth::Unknown;
    case Answer::Some:
        return Truth::Yes;
    case Answer::Yes:
        return plain ? Truth::Yes : Truth::No;
    case Answer::No:
        return plain ? Truth::No : Truth::Yes;
    }
    Q_UNREACHABLE();
}

Truth evaluate(const Node& node, const Answers& answers) {
    switch (node.type) {
    case Node::Type::Always:
        return Truth::Yes;
    case Node::Type::Trait:
        return truthOf(answers.value(node.trait, Answer::Unsure), node.plain);
    case Node::Type::And:
        return std::min(evaluate(*node.left, answers), evaluate(*node.right, answers));
    case Node::Type::Or:
        return std::max(evaluate(*node.left, answers), evaluate(*node.right, answers));
    }
    Q_UNREACHABLE();
}

template <typename Visit> void forEachTrait(const Node& node, Visit visit) {
    if (node.type == Node::Type::Trait)
        visit(node);
    if (node.left)
        forEachTrait(*node.left, visit);
    if (node.right)
        forEachTrait(*node.right, visit);
}

} // namespace

Condition::Condition()
    : m_root(std::make_shared<Node>()) {
}

Result<Condition> Condition::parse(const QString& text) {
    Condition condition;
    if (text.trimmed().isEmpty())
        return condition;
    Result<NodePtr> root = Parser(text).parse();
    if (!root)
        return tl::make_unexpected(root.error());
    condition.m_root = *root;
    return condition;
}

Truth Condition::evaluate(const Answers& answers) const {
    return ::evaluate(*m_root, answers);
}

QStringList Condition::traits() const {
    QStringList traits;
    forEachTrait(*m_root, [&](const Node& node) {
        if (!traits.contains(node.trait))
            traits << node.trait;
    });
    return traits;
}

bool Condition::mentions(const QString& trait, bool plain) const {
    bool found = false;
    forEachTrait(*m_root, [&](const Node& node) { found = found || (node.trait == trait && node.plain == plain); });
    return found;
}
