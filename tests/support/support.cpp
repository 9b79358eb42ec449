#include "support/support.h"

#include "core/plan_builder.h"
#include "resources/builtin_catalogue.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

const Catalogue& catalogue() {
    static const Catalogue builtin = [] {
        Result<Catalogue> read = builtinCatalogue();
        if (!read)
            qFatal("%s", qPrintable(read.error().message));
        return std::move(*read);
    }();
    return builtin;
}

Plan planFor(const QString& from, const QString& to, const QString& answers, RouteKind kind) {
    Answers given;
    for (const QString& word : answers.split(u' ', Qt::SkipEmptyParts)) {
        const Result<Answer> answer = parseAnswer(word.section(u'=', 1));
        if (!answer)
            qFatal("%s", qPrintable(answer.error().message));
        given.insert(word.section(u'=', 0, 0), *answer);
    }
    const Result<Route> route = findRoute(catalogue(), from, to, kind, given);
    if (!route)
        qFatal("%s", qPrintable(route.error().message));
    return buildPlan(catalogue(), *route, given);
}

Answers allAnswers(Answer answer) {
    Answers answers;
    for (const Question& question : catalogue().questions)
        answers.insert(question.id, answer);
    return answers;
}

bool matchesGolden(const QByteArray& text, const QString& name) {
    const QString path = QStringLiteral(TEST_DATA "/") + name;
    if (qEnvironmentVariableIsSet("UPDATE_GOLDEN")) {
        QDir().mkpath(QFileInfo(path).path());
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        qCritical("no golden file %s; run with UPDATE_GOLDEN=1", qPrintable(path));
        return false;
    }
    const QList<QByteArray> expected = file.readAll().split('\n');
    const QList<QByteArray> actual = text.split('\n');
    for (qsizetype i = 0; i < qMax(expected.size(), actual.size()); ++i) {
        if (expected.value(i) == actual.value(i))
            continue;
        qCritical("%s:%lld\nexpected: %s\n     got: %s", qPrintable(name), static_cast<long long>(i + 1),
                  expected.value(i).constData(), actual.value(i).constData());
        return false;
    }
    return true;
}

void failOnAnyWarning() {
    QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support )")));
}
