#include "core/cluster_values.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(core)
};

enum class Form { Word, List, CommaList };

/// How a value is written: as one word, or as words with blanks (or commas as well) between. All patterns are made of
/// characters that no shell gives a meaning to, wherever they stand.
struct Rule {
    Form form = Form::Word;
    QRegularExpression word;
    QString expected;
};

QRegularExpression whole(const QString& pattern) {
    return QRegularExpression(QRegularExpression::anchoredPattern(pattern));
}

QString hostPattern() {
    const QString label = QStringLiteral("[A-Za-z0-9](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9])?");
    return QStringLiteral("%1(?:\\.%1)*").arg(label);
}

QString addressPattern() {
    return hostPattern() + QLatin1String(":[0-9]{1,5}");
}

Rule hostRule() {
    static const QRegularExpression host = whole(hostPattern());
    return {Form::Word, host, Text::tr("a host name without http://, port and path, as in m1.example.com")};
}

Rule hostsRule() {
    return {Form::CommaList, hostRule().word,
            Text::tr("host names without http://, port and path, as in m1.example.com m2.example.com")};
}

Rule addressesRule() {
    static const QRegularExpression address = whole(addressPattern());
    return {Form::CommaList, address, Text::tr("host names with port, as in s1.example.com:41234")};
}

Rule numberRule() {
    static const QRegularExpression number = whole(QStringLiteral("[1-9][0-9]{0,2}"));
    return {Form::Word, number, Text::tr("a whole number, as in 3")};
}

/// Masters refuse a URL without a path (src/master/contender.cpp@0.19.0:84), the ZooKeeper client one without ports.
Rule zooKeeperRule() {
    static const QRegularExpression url =
        whole(QStringLiteral("zk://%1(?:,%1)*(?:/[A-Za-z0-9._-]+)+").arg(addressPattern()));
    return {Form::Word, url, Text::tr("all servers with port and a path, as in zk://zk1:2181,zk2:2181,zk3:2181/mesos")};
}

Rule pathRule() {
    static const QRegularExpression path = whole(QStringLiteral("(?:/[A-Za-z0-9._+-]+)+/?"));
    return {Form::Word, path, Text::tr("an absolute path of letters, digits and . _ + -, as in /var/lib/mesos")};
}

Rule flagsRule() {
    static const QRegularExpression flag = whole(QStringLiteral("--[A-Za-z][A-Za-z0-9_-]*(?:=[A-Za-z0-9._/:,+-]+)?"));
    return {Form::List, flag, Text::tr("flags that need no quotes, as in --port=5050 --quiet")};
}

Rule wordRule() {
    static const QRegularExpression word = whole(QStringLiteral("[A-Za-z0-9][A-Za-z0-9._/:+-]*"));
    return {Form::Word, word, Text::tr("one word of letters, digits and . _ / : + -")};
}

Rule ruleOf(const QString& name) {
    if (name == u"masters" || name == u"slaves")
        return hostsRule();
    if (name == u"master" || name == u"slave" || name == u"ip")
        return hostRule();
    if (name == u"master-count")
        return numberRule();
    if (name == u"zk")
        return zooKeeperRule();
    if (name.endsWith(u"_dir") || name.endsWith(u"_binary"))
        return pathRule();
    if (name.endsWith(u"_addresses"))
        return addressesRule();
    if (name.endsWith(u"flags"))
        return flagsRule();
    return wordRule();
}

/// Another master may lead after each restart of the masters, and slaves without `--port` take a new port at each start
/// (src/slave/main.cpp@0.12.0:109-112): a value kept from last week would look right and be wrong.
bool changesOnTheWay(const QString& name) {
    return name == u"leader" || name == u"slave_addresses";
}

bool isSecret(const QString& name) {
    return name.contains(u"secret") || name.contains(u"password");
}

/// What stands behind an `@`: before it there may be a password, of which no message shows a character.
QString withoutUser(const QString& typed) {
    return typed.mid(typed.lastIndexOf(u'@') + 1);
}

/// What was typed, fit for a message: on one line, short, without a password.
QString shown(const QString& typed) {
    constexpr int longest = 60;
    QString text = typed.contains(u'@') ? QStringLiteral("…@") + withoutUser(typed) : typed;
    std::replace_if(
        text.begin(), text.end(), [](QChar c) { return !c.isPrint(); }, u'?');
    return text.size() > longest ? text.left(longest) + u'…' : text;
}

/// A ZooKeeper URL without `user:password@`. It is read as Mesos reads it: the servers end at the first slash, and
/// start after the last `@` before it (src/zookeeper/url.hpp@0.19.0:72-109).
QString withoutPassword(const QString& url) {
    constexpr int scheme = 5; // zk://
    const qsizetype at = QStringView(url).left(url.indexOf(u'/', scheme)).lastIndexOf(u'@');
    return at < scheme ? url : url.left(scheme) + url.mid(at + 1);
}

QStringList wordsOf(const QString& text, Form form) {
    if (form == Form::Word)
        return {text};
    QString list = text;
    if (form == Form::CommaList)
        list.replace(u',', u' ');
    return list.simplified().split(u' ', Qt::SkipEmptyParts);
}

tl::unexpected<Error> refusal(const QString& word, const Rule& rule) {
    static const QRegularExpression unsafe(QStringLiteral("[^A-Za-z0-9._:/,+=-]"));
    if (const QRegularExpressionMatch found = unsafe.match(withoutUser(word)); found.hasMatch())
        return requestError(
            Text::tr("“%1”: the character “%2” could change the command that the value is put into; expected: %3")
                .arg(shown(word), shown(found.captured()), rule.expected));
    return requestError(Text::tr("“%1” is not what was asked for; expected: %2").arg(shown(word), rule.expected));
}

/// The words as they are kept, in the order they were typed; none stands there twice.
Result<QString> joined(const QStringList& words, const Rule& rule) {
    constexpr int longest = 4096; // PATH_MAX, more than any name or URL needs
    QSet<QString> seen;
    for (const QString& word : words) {
        if (word.size() > longest || !rule.word.match(word).hasMatch())
            return refusal(word, rule);
        const QString same = word.toLower();
        if (seen.contains(same))
            return requestError(Text::tr("“%1” stands there twice").arg(shown(word)));
        seen.insert(same);
    }
    return words.join(u' ');
}

/// As many addresses as masters; fine while one of both is not known.
Result<> agreeing(const QString& name, const QString& value, const ClusterValues& others) {
    const auto either = [&](const QString& which) { return which == name ? value : others.value(which); };
    const QString count = either(QStringLiteral("master-count"));
    const QString masters = either(QStringLiteral("masters"));
    const qsizetype addresses = masters.split(u' ', Qt::SkipEmptyParts).size();
    if (count.isEmpty() || masters.isEmpty() || count == QString::number(addresses))
        return {};
    return requestError(Text::tr("Addresses of masters: %1, number of masters: %2. Both count all configured masters; "
                                 "take one of the two away to change the other")
                            .arg(addresses)
                            .arg(shown(count)));
}

/// The value kept under that name, as long as it passes.
QString kept(const QString& name, const ClusterValues& values) {
    if (!values.contains(name))
        return {};
    return checkedValue(name, values.value(name), values).value_or(QString());
}

QString quorumText(const ClusterValues& values) {
    const QString count = kept(QStringLiteral("master-count"), values);
    const qsizetype addresses = kept(QStringLiteral("masters"), values).split(u' ', Qt::SkipEmptyParts).size();
    const Result<int> quorum = quorumFor(count.isEmpty() ? static_cast<int>(addresses) : count.toInt());
    return quorum ? QString::number(*quorum) : QString();
}

/// What `{{name}}` is replaced by, empty when nothing is known.
QString replacementFor(const QString& name, const ClusterValues& values) {
    if (name == u"quorum")
        return quorumText(values);
    QString own = kept(name, values);
    if (own.isEmpty() && name == u"master")
        return kept(QStringLiteral("masters"), values).section(u' ', 0, 0);
    return own;
}

bool isOfPlaceholder(QChar character) {
    return character.unicode() < 128 && (character.isLetterOrNumber() || character == u'_' || character == u'-');
}

/// `{{name}}` in a text; without a name where there is none.
struct Placeholder {
    QString name;
    qsizetype begin = 0;
    qsizetype end = 0;
};

/// By hand, since to make and write a plan needs no other QRegularExpression, and the first one costs as much time as
/// all these commands.
Placeholder nextPlaceholder(const QString& text, qsizetype from) {
    for (qsizetype begin = text.indexOf(u"{{", from); begin >= 0; begin = text.indexOf(u"{{", begin + 1)) {
        const auto name = text.cbegin() + begin + 2;
        const auto end = std::find_if_not(name, text.cend(), isOfPlaceholder);
        if (end != name && QStringView(end, text.cend()).startsWith(u"}}"))
            return {QString(name, end - name), begin, end - text.cbegin() + 2};
    }
    return {};
}

QStringList openIn(const QString& text, const ClusterValues& values) {
    QStringList open = placeholdersIn(text);
    open.removeIf([&](const QString& name) { return !replacementFor(name, values).isEmpty(); });
    return open;
}

/// What the hosts that run the tasks are called on the way: slaves before 1.0, agents from then on.
QString slavesOf(const Plan& plan) {
    if (callsSlavesAgents(plan.from))
        return Text::tr("agents");
    return callsSlavesAgents(plan.to) ? Text::tr("slaves or agents") : Text::tr("slaves");
}

QList<ValueField> knownFields(const QString& slaves) {
    return {
        {QStringLiteral("masters"), Text::tr("Masters"),
         Text::tr("Host names of all configured masters, with blanks, commas or line breaks between"),
         QStringLiteral("m1.example.com m2.example.com m3.example.com")},
        {QStringLiteral("master-count"), Text::tr("Number of masters"),
         Text::tr("How many are configured, not how many run now; the quorum follows from it"), QStringLiteral("3")},
        {QStringLiteral("zk"), Text::tr("ZooKeeper address"),
         Text::tr("The masters' --zk; user and password are taken out and not kept"),
         QStringLiteral("zk://zk1:2181,zk2:2181,zk3:2181/mesos")},
        {QStringLiteral("master_work_dir"), Text::tr("Work directory of the masters"),
         Text::tr("The masters' --work_dir from 0.19 on"), QStringLiteral("/var/lib/mesos-master")},
        {QStringLiteral("slave_work_dir"), Text::tr("Work directory of the %1").arg(slaves),
         Text::tr("Their --work_dir; before 1.0 it is /tmp/mesos where none is set"),
         QStringLiteral("/var/lib/mesos-slave")},
        {QStringLiteral("slaves"), Text::tr("Several %1").arg(slaves),
         Text::tr("Host names of those to look at, with blanks, commas or line breaks between"),
         QStringLiteral("s1.example.com s2.example.com")},
        {QStringLiteral("slave"), Text::tr("One of the %1").arg(slaves),
         Text::tr("Host name for commands that look at one at a time"), QStringLiteral("s1.example.com")},
    };
}

/// The value that fills a placeholder.
QString fieldFor(const QString& placeholder) {
    if (placeholder == u"master")
        return QStringLiteral("masters");
    if (placeholder == u"quorum")
        return QStringLiteral("master-count");
    return placeholder;
}

/// Counts one command in, adding the fields that nobody has asked for yet.
void countIn(const QString& command, const QMap<QString, QString>& meanings, QList<ValueField>& fields) {
    QSet<QString> counted;
    for (const QString& placeholder : placeholdersIn(command)) {
        const QString name = fieldFor(placeholder);
        if (!whyNotKept(name).isEmpty() || counted.contains(name))
            continue;
        counted.insert(name);
        auto field =
            std::find_if(fields.begin(), fields.end(), [&](const ValueField& each) { return each.name == name; });
        if (field == fields.end()) {
            fields << ValueField{name, meanings.value(name, name).remove(u'`'), {}, {}};
            field = std::prev(fields.end());
        }
        ++field->snippets;
    }
}

} // namespace

QList<ValueField> valueFieldsOf(const Plan& plan) {
    QList<ValueField> fields = knownFields(slavesOf(plan));
    for (const PlanQuestion& question : openQuestions(plan))
        for (const FindOut& way : question.findOut)
            countIn(way.command, {}, fields);
    forEachItem(plan, [&](const PlanHop&, const PlanSection&, const PlanItem& planned) {
        for (const Snippet& snippet : planned.item.snippets)
            countIn(snippet.code, snippet.placeholders, fields);
    });
    fields.removeIf([](const ValueField& field) { return field.snippets == 0; });
    return fields;
}

QString whyNotKept(const QString& placeholder) {
    if (isSecret(placeholder))
        return Text::tr("“%1” is a secret, which no plan file keeps; put it in by hand").arg(placeholder);
    if (changesOnTheWay(placeholder))
        return Text::tr(
                   "“%1” changes while the cluster is upgraded, so what was right yesterday may be wrong now; look "
                   "it up and put it in by hand")
            .arg(placeholder);
    if (placeholder == u"quorum")
        return Text::tr("The quorum follows from the number of masters; give “master-count” instead");
    return {};
}

Result<QString> checkedValue(const QString& name, const QString& typed, const ClusterValues& others) {
    const QString text = name == u"zk" ? withoutPassword(typed.trimmed()) : typed.trimmed();
    if (text.isEmpty())
        return QString();
    if (const QString why = whyNotKept(name); !why.isEmpty())
        return requestError(why);
    const Rule rule = ruleOf(name);
    if (text.contains(u'@')) // before it is taken apart: a piece of a password would not be known as one
        return refusal(text, rule);
    Result<QString> value = joined(wordsOf(text, rule.form), rule);
    if (!value)
        return value;
    if (name == u"master-count")
        if (const Result<int> quorum = quorumFor(value->toInt()); !quorum)
            return tl::make_unexpected(quorum.error());
    if (name == u"master-count" || name == u"masters")
        if (const Result<> agreed = agreeing(name, *value, others); !agreed)
            return tl::make_unexpected(agreed.error());
    return value;
}

Result<int> quorumFor(int configuredMasters) {
    if (configuredMasters < 1)
        return requestError(Text::tr("%1 is no number of masters; expected: 1, 3 or 5").arg(configuredMasters));
    const int quorum = configuredMasters / 2 + 1;
    if (configuredMasters % 2 == 0)
        return requestError(
            Text::tr("%1 masters is an even number: a new log only initialises itself when 2 × quorum − 1 masters are "
                     "there, so with quorum %2 they wait for one more, and the leader aborts 60 s after each election; "
                     "expected: an odd number such as %3")
                .arg(configuredMasters)
                .arg(quorum)
                .arg(configuredMasters - 1));
    return quorum;
}

QStringList placeholdersIn(const QString& text) {
    QStringList names;
    for (Placeholder found = nextPlaceholder(text, 0); !found.name.isEmpty(); found = nextPlaceholder(text, found.end))
        names << found.name;
    names.removeDuplicates();
    return names;
}

QString filledText(const QString& text, const ClusterValues& values) {
    QString filled;
    qsizetype done = 0;
    for (Placeholder found = nextPlaceholder(text, 0); !found.name.isEmpty(); found = nextPlaceholder(text, done)) {
        const QString value = replacementFor(found.name, values);
        filled += QStringView(text).mid(done, found.begin - done);
        filled += value.isEmpty() ? QStringView(text).mid(found.begin, found.end - found.begin) : QStringView(value);
        done = found.end;
    }
    return filled + QStringView(text).mid(done);
}

Snippet filledSnippet(const Snippet& snippet, const ClusterValues& values) {
    if (values.isEmpty())
        return snippet;
    const QStringList open = openIn(snippet.code, values);
    Snippet filled = snippet;
    filled.code = filledText(snippet.code, values);
    filled.placeholders.removeIf(
        [&](QMap<QString, QString>::iterator declared) { return !open.contains(declared.key()); });
    return filled;
}

QStringList openPlaceholders(const Snippet& snippet, const ClusterValues& values) {
    return openIn(snippet.code, values);
}

QMap<QString, QStringList> openPlaceholders(const Plan& plan, const ClusterValues& values) {
    QMap<QString, QStringList> open;
    forEachItem(plan, [&](const PlanHop&, const PlanSection&, const PlanItem& planned) {
        for (const Snippet& snippet : planned.item.snippets)
            for (const QString& name : openPlaceholders(snippet, values))
                if (QStringList& ids = open[name]; !ids.contains(planned.item.id))
                    ids << planned.item.id;
    });
    return open;
}
