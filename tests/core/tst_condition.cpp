#include "core/condition.h"
#include "support/support.h"

#include <QTest>

Q_DECLARE_METATYPE(Truth)

class TestCondition final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void evaluation_data() {
        QTest::addColumn<QString>("condition");
        QTest::addColumn<Answer>("a");
        QTest::addColumn<Answer>("b");
        QTest::addColumn<Truth>("truth");
        const auto row = [](const char* name, const QString& condition, Answer a, Answer b, Truth truth) {
            QTest::newRow(name) << condition << a << b << truth;
        };
        using enum Answer;
        row("nothing always holds", {}, Unsure, Unsure, Truth::Yes);
        row("yes", u"a"_qs, Yes, Unsure, Truth::Yes);
        row("no", u"a"_qs, No, Unsure, Truth::No);
        row("unsure", u"a"_qs, Unsure, Unsure, Truth::Unknown);
        row("not unsure is unknown", u"not a"_qs, Unsure, Unsure, Truth::Unknown);
        row("and is the minimum", u"a and b"_qs, Yes, Unsure, Truth::Unknown);
        row("and with a no is no", u"a and b"_qs, No, Unsure, Truth::No);
        row("or is the maximum", u"a or b"_qs, No, Unsure, Truth::Unknown);
        row("or with a yes is yes", u"a or b"_qs, Yes, Unsure, Truth::Yes);
        row("some holds", u"a"_qs, Some, Unsure, Truth::Yes);
        row("some holds for the contrary too", u"not a"_qs, Some, Unsure, Truth::Yes);
        row("some within a negated parenthesis", u"not (a or b)"_qs, Some, No, Truth::Yes);
        row("and binds closer than or", u"b or a and a"_qs, No, Yes, Truth::Yes);
        row("not binds closest", u"not a and b"_qs, No, Yes, Truth::Yes);
        row("not of a parenthesis", u"not (a and b)"_qs, Yes, No, Truth::Yes);
        row("twice not", u"not not a"_qs, Yes, Unsure, Truth::Yes);
        row("parentheses", u"(a or b) and b"_qs, Yes, No, Truth::No);
    }
    void evaluation() {
        QFETCH(QString, condition);
        QFETCH(Answer, a);
        QFETCH(Answer, b);
        const Result<Condition> parsed = Condition::parse(condition);
        QVERIFY2(parsed.has_value(), parsed ? "" : qPrintable(parsed.error().message));
        QTEST(parsed->evaluate({{u"a"_qs, a}, {u"b"_qs, b}}), "truth");
    }

    void mistakes_data() {
        QTest::addColumn<QString>("condition");
        QTest::addColumn<QString>("message");
        QTest::newRow("two words") << u"a b"_qs << u"column 3: “and”, “or” or the end expected, found “b”"_qs;
        QTest::newRow("nothing after and")
            << u"a and"_qs << u"column 6: the id of a question, “not” or “(” expected"_qs;
        QTest::newRow("no closing parenthesis") << u"(a or b"_qs << u"column 8: “)” expected"_qs;
        QTest::newRow("starts with or") << u"or a"_qs
                                        << u"column 1: the id of a question, “not” or “(” expected, found “or”"_qs;
        QTest::newRow("no id") << u"A!"_qs << u"column 1: the id of a question, “not” or “(” expected, found “A!”"_qs;
    }
    void mistakes() {
        QFETCH(QString, condition);
        const Result<Condition> parsed = Condition::parse(condition);
        QVERIFY(!parsed);
        QTEST(parsed.error().message, "message");
    }

    void traitsOnceInOrder() {
        const Condition condition = *Condition::parse(u"b and not (a or b)"_qs);
        QCOMPARE(condition.traits(), QStringList({u"b"_qs, u"a"_qs}));
        QVERIFY(condition.mentions(u"b"_qs, true));
        QVERIFY(condition.mentions(u"b"_qs, false));
        QVERIFY(!condition.mentions(u"a"_qs, true));
    }

    void deepNestingEnds() {
        const QString deep = QStringLiteral("(").repeated(500) + u'a' + QStringLiteral(")").repeated(500);
        QCOMPARE(Condition::parse(deep)->evaluate({{u"a"_qs, Answer::Yes}}), Truth::Yes);
    }
};

QTEST_GUILESS_MAIN(TestCondition)
#include "tst_condition.moc"
