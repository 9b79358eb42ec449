#include "core/cluster_values.h"
#include "support/support.h"

#include <QProcess>
#include <QRandomGenerator>
#include <QTest>

#include <numeric>

namespace {

/// One step with that command; the meaning of each placeholder is its name in angle brackets.
Plan planWith(const QStringList& commands) {
    Plan plan;
    plan.hops.resize(1);
    plan.hops[0].sections.resize(1);
    for (const QString& command : commands) {
        PlanItem planned;
        planned.item.kind = Kind::Step;
        planned.item.id = u"step-%1"_qs.arg(plan.hops[0].sections[0].items.size() + 1);
        Snippet snippet{u"sh"_qs, u"anywhere"_qs, command, {}};
        for (const QString& name : placeholdersIn(command))
            snippet.placeholders.insert(name, u"what `%1` is"_qs.arg(name));
        planned.item.snippets << snippet;
        plan.hops[0].sections[0].items << planned;
    }
    return plan;
}

QStringList namesOf(const QList<ValueField>& fields) {
    QStringList names;
    for (const ValueField& field : fields)
        names << field.name;
    return names;
}

/// A value that passes, for every rule there is.
ClusterValues everyRule() {
    return {{u"masters"_qs, u"m1.example.com m2 10.0.0.3"_qs},
            {u"slaves"_qs, u"s1 s2"_qs},
            {u"master"_qs, u"m2"_qs},
            {u"slave"_qs, u"s1.example.com"_qs},
            {u"ip"_qs, u"10.0.0.3"_qs},
            {u"master-count"_qs, u"3"_qs},
            {u"zk"_qs, u"zk://zk1:2181,zk2:2181/mesos/prod"_qs},
            {u"master_work_dir"_qs, u"/var/lib/mesos"_qs},
            {u"work_dir"_qs, u"/tmp/mesos"_qs},
            {u"master_binary"_qs, u"/usr/sbin/mesos-master"_qs},
            {u"agent_addresses"_qs, u"s1:41234 s2:5051"_qs},
            {u"slave_flags"_qs, u"--port=5051 --resources=cpus:4 --quiet"_qs},
            {u"principal"_qs, u"marathon-1"_qs}};
}

/// What a shell script says on standard output for that input; empty when it fails.
QByteArray shellOutput(const QStringList& arguments, const QByteArray& input) {
    QProcess bash;
    bash.start(u"bash"_qs, arguments);
    bash.write(input);
    bash.closeWriteChannel();
    if (!bash.waitForFinished() || bash.exitCode() != 0)
        qFatal("bash: %s", bash.readAllStandardError().constData());
    return bash.readAllStandardOutput();
}

/// Spoils a good value: characters of shells, any other bytes, pieces of commands.
QString spoilt(QString value, QRandomGenerator& random) {
    static const QString nasty =
        u" \t\n\r\f\"'`$&|;<>()[]{}*?!#~\\=%^@,:/._+-0aZ\u00e4\u00a0\u2028\u202e\uff11"_qs + QChar(0);
    for (int i = random.bounded(1, 4); i > 0; --i) {
        const qsizetype at = random.bounded(value.size() + 1);
        const QChar c = random.bounded(4) == 0 ? QChar(random.bounded(0x10000)) : nasty[random.bounded(nasty.size())];
        if (random.bounded(3) == 0)
            value.remove(at, 1);
        else if (random.bounded(2) == 0)
            value.insert(at, c);
        else
            value.replace(at, 1, c);
    }
    return value;
}

} // namespace

class TestClusterValues final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void keptAs_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("value");
        const auto row = [](const char* rule, const QString& name, const QString& typed, const QString& value) {
            QTest::newRow(rule) << name << typed << value;
        };
        row("blanks, commas and line breaks between hosts", u"masters"_qs, u" m1, m2\n m3\t"_qs, u"m1 m2 m3"_qs);
        row("a host may be an address", u"masters"_qs, u"10.0.0.1"_qs, u"10.0.0.1"_qs);
        row("one host", u"slave"_qs, u" m1.example.com\n"_qs, u"m1.example.com"_qs);
        row("hosts with ports where they have no fixed one", u"scheduler_addresses"_qs, u"s1:41234,s2:5051"_qs,
            u"s1:41234 s2:5051"_qs);
        row("a number", u"master-count"_qs, u" 5 "_qs, u"5"_qs);
        row("a path", u"master_work_dir"_qs, u"/var/lib/mesos-0.19_a+b"_qs, u"/var/lib/mesos-0.19_a+b"_qs);
        row("the path of plans made before", u"work_dir"_qs, u"/tmp/mesos"_qs, u"/tmp/mesos"_qs);
        row("ZooKeeper", u"zk"_qs, u"zk://a:2181,b:2181/mesos"_qs, u"zk://a:2181,b:2181/mesos"_qs);
        row("user and password are taken out", u"zk"_qs, u"zk://user:secret@h:2181/mesos"_qs, u"zk://h:2181/mesos"_qs);
        row("a password with an at sign", u"zk"_qs, u"zk://user:p@ss@h:2181/mesos"_qs, u"zk://h:2181/mesos"_qs);
        row("a password with characters of a shell", u"zk"_qs, u"zk://user:$(id);' @h:2181/mesos"_qs,
            u"zk://h:2181/mesos"_qs);
        row("flags", u"master_flags"_qs, u"--zk=zk://a:2181,b:2181/m  --quiet"_qs,
            u"--zk=zk://a:2181,b:2181/m --quiet"_qs);
        row("any other word", u"principal"_qs, u"marathon"_qs, u"marathon"_qs);
        row("nothing takes it away", u"masters"_qs, QString(), QString());
        row("blanks are nothing", u"zk"_qs, u" \n"_qs, QString());
        row("commas are nothing", u"masters"_qs, u", ,"_qs, QString());
        row("what no file keeps can be taken away", u"leader"_qs, QString(), QString());
    }
    void keptAs() {
        QFETCH(QString, name);
        QFETCH(QString, typed);
        const Result<QString> value = checkedValue(name, typed);
        QVERIFY2(value, qPrintable(value ? QString() : value.error().message));
        QTEST(*value, "value");
        QCOMPARE(checkedValue(name, *value).value_or(u"refused"_qs), *value);
    }

    void refused_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("read");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* rule, const QString& name, const QString& typed, const QString& read,
                            const QString& expected) { QTest::newRow(rule) << name << typed << read << expected; };
        const QString host = u"without http://, port and path"_qs;
        row("a scheme", u"master"_qs, u"http://m1"_qs, u"“http://m1”"_qs, host);
        row("a port", u"masters"_qs, u"m1 m2:5050"_qs, u"“m2:5050”"_qs, host);
        row("a path", u"slaves"_qs, u"s1/slave"_qs, u"“s1/slave”"_qs, host);
        row("several where one belongs", u"slave"_qs, u"m1 m2"_qs, u"“ ”"_qs, host);
        row("a host that looks like a flag", u"slave"_qs, u"-oProxyCommand"_qs, u"“-oProxyCommand”"_qs, host);
        row("a host twice", u"masters"_qs, u"m1 M1"_qs, u"“M1”"_qs, u"twice"_qs);
        row("a port is missing", u"scheduler_addresses"_qs, u"s1"_qs, u"“s1”"_qs, u"with port"_qs);
        row("a relative path", u"master_work_dir"_qs, u"var/lib"_qs, u"“var/lib”"_qs, u"absolute path"_qs);
        row("the root is no work directory", u"master_work_dir"_qs, u"/"_qs, u"“/”"_qs, u"absolute path"_qs);
        row("a home directory", u"slave_work_dir"_qs, u"~/mesos"_qs, u"“~”"_qs, u"absolute path"_qs);
        row("a blank in a path", u"work_dir"_qs, u"/a b"_qs, u"“ ”"_qs, u"absolute path"_qs);
        row("ZooKeeper without a path", u"zk"_qs, u"zk://h:2181"_qs, u"“zk://h:2181”"_qs, u"and a path"_qs);
        row("ZooKeeper with an empty path", u"zk"_qs, u"zk://h:2181/"_qs, u"“zk://h:2181/”"_qs, u"and a path"_qs);
        row("ZooKeeper without a port", u"zk"_qs, u"zk://h/mesos"_qs, u"“zk://h/mesos”"_qs, u"with port"_qs);
        row("ZooKeeper from a file", u"zk"_qs, u"file:///etc/mesos/zk"_qs, u"“file:///etc/mesos/zk”"_qs, u"zk://"_qs);
        row("no number", u"master-count"_qs, u"three"_qs, u"“three”"_qs, u"whole number"_qs);
        row("no masters", u"master-count"_qs, u"0"_qs, u"“0”"_qs, u"whole number"_qs);
        row("a number beyond all reason", u"master-count"_qs, u"99999999999"_qs, u"“99999999999”"_qs,
            u"whole number"_qs);
        row("an even number of masters", u"master-count"_qs, u"4"_qs, u"4 masters"_qs, u"odd number"_qs);
        row("what the program works out", u"quorum"_qs, u"2"_qs, u"quorum"_qs, u"master-count"_qs);
        row("a secret", u"secret"_qs, u"xyz"_qs, u"“secret”"_qs, u"by hand"_qs);
        row("who leads", u"leader"_qs, u"m1"_qs, u"“leader”"_qs, u"changes while the cluster is upgraded"_qs);
        row("ports that are new at each start", u"slave_addresses"_qs, u"s1:41234"_qs, u"“slave_addresses”"_qs,
            u"changes while the cluster is upgraded"_qs);
        row("a flag that needs quotes", u"master_flags"_qs, u"--roles=*"_qs, u"“*”"_qs, u"no quotes"_qs);
        row("a command", u"masters"_qs, u"m1;reboot"_qs, u"“;”"_qs, u"could change the command"_qs);
        row("another command's output", u"principal"_qs, u"$(id)"_qs, u"“$”"_qs, u"could change the command"_qs);
        row("the old way for it", u"master_work_dir"_qs, u"/tmp/`id`"_qs, u"“`”"_qs, u"could change the command"_qs);
        row("a quotation mark", u"master_work_dir"_qs, u"/tmp/'"_qs, u"“'”"_qs, u"could change the command"_qs);
        row("a second line", u"slave"_qs, u"m1\nreboot"_qs, u"“m1?reboot”"_qs, u"could change the command"_qs);
        row("a digit of another script", u"master-count"_qs, u"\uff13"_qs, u"“\uff13”"_qs, u"whole number"_qs);
        row("a letter that only looks like one", u"slave"_qs, u"m\u0456"_qs, u"“\u0456”"_qs, host);
        row("an endless value", u"principal"_qs, QString(5000, u'a'), u"aaa…"_qs, u"one word"_qs);
    }
    void refused() {
        QFETCH(QString, name);
        QFETCH(QString, typed);
        QFETCH(QString, read);
        QFETCH(QString, expected);
        const Result<QString> value = checkedValue(name, typed);
        QVERIFY2(!value, qPrintable(value.value_or(QString())));
        QCOMPARE(value.error().kind, Error::Kind::Request);
        QVERIFY2(value.error().message.contains(read), qPrintable(value.error().message));
        QVERIFY2(value.error().message.contains(expected), qPrintable(value.error().message));
        QVERIFY(value.error().message.size() < 300);
    }

    void passwordsAreNeverRepeated_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("password");
        QTest::newRow("ZooKeeper") << u"zk"_qs << u"zk://user:hunter2@h/mesos"_qs << u"hunter2"_qs;
        QTest::newRow("a slash in it") << u"zk"_qs << u"zk://user:12/hunter2@h:2181/mesos"_qs << u"hunter2"_qs;
        QTest::newRow("only digits before that slash")
            << u"zk"_qs << u"zk://user:12/hunter2/@h:2181/mesos"_qs << u"hunter2"_qs;
        QTest::newRow("another scheme") << u"zk"_qs << u"http://user:hunter2@h:2181/mesos"_qs << u"hunter2"_qs;
        QTest::newRow("in a list that is taken apart")
            << u"masters"_qs << u"zk://user:hunter2,x y@h:2181/mesos"_qs << u"hunter2"_qs;
        QTest::newRow("its characters") << u"zk"_qs << u"zk://user:a/hunter2$@h/mesos"_qs << u"$"_qs;
        QTest::newRow("among flags") << u"master_flags"_qs << u"--quiet --zk=zk://user:hunter2@h:2181/mesos"_qs
                                     << u"hunter2"_qs;
    }
    void passwordsAreNeverRepeated() {
        QFETCH(QString, name);
        QFETCH(QString, typed);
        QFETCH(QString, password);
        const Result<QString> value = checkedValue(name, typed);
        QVERIFY(!value);
        QVERIFY2(!value.error().message.contains(password), qPrintable(value.error().message));
        QVERIFY2(value.error().message.contains(u"expected: "), qPrintable(value.error().message));
    }

    void addressesAndNumberAgree() {
        const ClusterValues three{{u"masters"_qs, u"m1 m2 m3"_qs}};
        QVERIFY(checkedValue(u"master-count"_qs, u"3"_qs, three));
        const Result<QString> five = checkedValue(u"master-count"_qs, u"5"_qs, three);
        QVERIFY(!five);
        QVERIFY2(five.error().message.contains(u"masters: 3, ") && five.error().message.contains(u"masters: 5."),
                 qPrintable(five.error().message));
        QVERIFY(!checkedValue(u"masters"_qs, u"m1 m2"_qs, {{u"master-count"_qs, u"3"_qs}}));
        QVERIFY(checkedValue(u"masters"_qs, u"m1 m2"_qs, three)); // replaces those three
        QVERIFY(checkedValue(u"masters"_qs, QString(), {{u"master-count"_qs, u"3"_qs}}));
    }

    void quorum_data() {
        QTest::addColumn<int>("masters");
        QTest::addColumn<int>("quorum");
        QTest::newRow("one") << 1 << 1;
        QTest::newRow("three") << 3 << 2;
        QTest::newRow("five") << 5 << 3;
        QTest::newRow("2N-1 masters have quorum N") << 99 << 50;
        QTest::newRow("the largest number") << std::numeric_limits<int>::max() << (1 << 30);
        QTest::newRow("two never initialise") << 2 << 0;
        QTest::newRow("four never initialise") << 4 << 0;
        QTest::newRow("none") << 0 << 0;
        QTest::newRow("less than none") << -1 << 0;
    }
    void quorum() {
        QFETCH(int, masters);
        const Result<int> result = quorumFor(masters);
        QTEST(result.value_or(0), "quorum");
        if (!result)
            QVERIFY2(result.error().message.contains(QString::number(masters)), qPrintable(result.error().message));
    }

    void evenIsRefusedWithTheReason() {
        const QString message = quorumFor(4).error().message;
        for (const QString& part : {u"even"_qs, u"2 × quorum − 1"_qs, u"quorum 3"_qs, u"60 s"_qs})
            QVERIFY2(message.contains(part), qPrintable(message));
    }

    void filled_data() {
        QTest::addColumn<QString>("command");
        QTest::addColumn<ClusterValues>("values");
        QTest::addColumn<QString>("filled");
        QTest::addColumn<QStringList>("open");
        const ClusterValues three{{u"masters"_qs, u"m1 m2 m3"_qs}};
        const auto row = [](const char* rule, const QString& command, const ClusterValues& values,
                            const QString& filled,
                            const QStringList& open) { QTest::newRow(rule) << command << values << filled << open; };
        row("all masters", u"for m in {{masters}}; do"_qs, three, u"for m in m1 m2 m3; do"_qs, {});
        row("any one master is the first", u"curl {{master}}"_qs, three, u"curl m1"_qs, {});
        row("unless it has a value of its own", u"curl {{master}}"_qs,
            {{u"masters"_qs, u"m1"_qs}, {u"master"_qs, u"m9"_qs}}, u"curl m9"_qs, {});
        row("which master leads is never guessed", u"curl {{leader}}"_qs, three, u"curl {{leader}}"_qs, {u"leader"_qs});
        row("nor kept from last week", u"curl {{leader}}"_qs, {{u"leader"_qs, u"m1"_qs}}, u"curl {{leader}}"_qs,
            {u"leader"_qs});
        row("nor is a slave", u"{{slave}} {{slaves}}"_qs, {{u"slaves"_qs, u"s1"_qs}}, u"{{slave}} s1"_qs,
            {u"slave"_qs});
        row("the quorum of the number", u"--quorum={{quorum}}"_qs, {{u"master-count"_qs, u"5"_qs}}, u"--quorum=3"_qs,
            {});
        row("the quorum of the addresses", u"--quorum={{quorum}}"_qs, three, u"--quorum=2"_qs, {});
        row("no quorum of an even number", u"{{masters}} {{quorum}}"_qs, {{u"masters"_qs, u"m1 m2"_qs}},
            u"m1 m2 {{quorum}}"_qs, {u"quorum"_qs});
        row("no quorum of its own", u"{{quorum}}"_qs, {{u"quorum"_qs, u"1"_qs}}, u"{{quorum}}"_qs, {u"quorum"_qs});
        row("no quorum of what contradicts itself", u"{{quorum}}"_qs,
            {{u"masters"_qs, u"m1 m2 m3"_qs}, {u"master-count"_qs, u"5"_qs}}, u"{{quorum}}"_qs, {u"quorum"_qs});
        row("nothing known", u"{{a}} {{b}} {{a}}"_qs, {}, u"{{a}} {{b}} {{a}}"_qs, {u"a"_qs, u"b"_qs});
        row("the same twice", u"{{a}} {{a}}"_qs, {{u"a"_qs, u"x"_qs}}, u"x x"_qs, {});
        row("a value from a stranger's file", u"curl {{slave}}"_qs, {{u"slave"_qs, u"m1;reboot"_qs}},
            u"curl {{slave}}"_qs, {u"slave"_qs});
        row("a secret from a stranger's file", u"x {{secret}}"_qs, {{u"secret"_qs, u"y"_qs}}, u"x {{secret}}"_qs,
            {u"secret"_qs});
        row("a password from a stranger's file", u"--zk={{zk}}"_qs, {{u"zk"_qs, u"zk://u:p@h:2181/m"_qs}},
            u"--zk=zk://h:2181/m"_qs, {});
        row("a value is not filled itself", u"{{a}}"_qs, {{u"a"_qs, u"{{b}}"_qs}, {u"b"_qs, u"x"_qs}}, u"{{a}}"_qs,
            {u"a"_qs});
        row("braces of other languages", u"{{ a }} {a} {{}}"_qs, {{u"a"_qs, u"x"_qs}}, u"{{ a }} {a} {{}}"_qs, {});
    }
    void filled() {
        QFETCH(QString, command);
        QFETCH(ClusterValues, values);
        QFETCH(QStringList, open);
        const Plan plan = planWith({command});
        const Snippet& snippet = plan.hops[0].sections[0].items[0].item.snippets[0];
        const Snippet result = filledSnippet(snippet, values);
        QTEST(result.code, "filled");
        QTEST(filledText(command, values), "filled");
        QCOMPARE(result.language, snippet.language);
        QCOMPARE(result.where, snippet.where);
        QCOMPARE(openPlaceholders(snippet, values), open);
        QCOMPARE(result.placeholders.keys(), open);
        QCOMPARE(openPlaceholders(plan, values).keys(), open);
    }

    void openOfAPlan() {
        const Plan plan = planWith({u"{{leader}} {{zk}}"_qs, u"{{masters}}"_qs, u"{{leader}}"_qs});
        const QMap<QString, QStringList> open = openPlaceholders(plan, {{u"masters"_qs, u"m1"_qs}});
        QCOMPARE(open, (QMap<QString, QStringList>{{u"leader"_qs, {u"step-1"_qs, u"step-3"_qs}},
                                                   {u"zk"_qs, {u"step-1"_qs}}}));
    }

    void fieldsOfAPlan() {
        Plan plan = planWith(
            {u"{{own}} {{zk}} {{secret}}"_qs, u"{{master}} {{masters}} {{quorum}}"_qs, u"{{master}} {{master}}"_qs});
        plan.questions.resize(2);
        plan.questions[0].findOut = {{{}, u"curl {{leader}} {{slaves}}"_qs, {}, {}}};
        plan.questions[1].findOut = {{{}, u"curl {{slave}}"_qs, {}, {}}};
        plan.questions[1].answer = Answer::No;
        const QList<ValueField> fields = valueFieldsOf(plan);
        QCOMPARE(namesOf(fields), (QStringList{u"masters"_qs, u"master-count"_qs, u"zk"_qs, u"slaves"_qs, u"own"_qs}));
        QCOMPARE(fields[0].snippets, 2);
        QCOMPARE(fields[1].snippets, 1);
        QCOMPARE(fields[4].label, u"what own is"_qs);
        QVERIFY(valueFieldsOf(Plan{}).isEmpty());
    }

    void fieldsCallHostsAsTheWayDoes_data() {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("label");
        QTest::newRow("before 1.0") << "0.22.2"
                                    << "0.28.3"
                                    << "One of the slaves";
        QTest::newRow("past 1.0") << "0.28.3"
                                  << "1.2.3"
                                  << "One of the slaves or agents";
        QTest::newRow("from 1.0 on") << "1.0.4"
                                     << "1.2.3"
                                     << "One of the agents";
    }
    void fieldsCallHostsAsTheWayDoes() {
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(QString, label);
        Plan plan = planWith({u"{{slave}}"_qs});
        plan.from = from;
        plan.to = to;
        const QList<ValueField> fields = valueFieldsOf(plan);
        QCOMPARE(fields.size(), 1);
        QCOMPARE(fields[0].label, label);
    }

    void examplesPass() {
        for (const ValueField& field : valueFieldsOf(planFor(u"0.11"_qs, u"0.22"_qs)))
            if (!field.example.isEmpty())
                QCOMPARE(checkedValue(field.name, field.example).value_or(u"refused"_qs), field.example);
    }

    /// Given every field that a plan asks for, only secrets stay open.
    void thePlanAsksForAllItNeeds() {
        const Plan plan = planFor(u"0.11"_qs, u"0.22"_qs);
        QMap<QString, QString> known = everyRule();
        ClusterValues values;
        for (const ValueField& field : valueFieldsOf(plan)) {
            QString typed = known.value(field.name, field.example);
            for (const QString& kind : {u"_dir"_qs, u"_binary"_qs})
                typed = field.name.endsWith(kind) ? u"/opt/mesos"_qs : typed;
            typed = field.name.endsWith(u"_flags") ? u"--quiet"_qs : typed;
            const Result<QString> value = checkedValue(field.name, typed, values);
            QVERIFY2(value && !value->isEmpty(), qPrintable(field.name));
            values.insert(field.name, *value);
        }
        QCOMPARE(openPlaceholders(plan, values).keys(),
                 (QStringList{u"leader"_qs, u"secret"_qs, u"slave_addresses"_qs}));
    }

    /// The three flags of a 0.19 master, as people paste them.
    void flagsOf019() {
        const Plan plan = planFor(u"0.18"_qs, u"0.19"_qs);
        const PlanItem* flags = findItem(plan, u"0.19-masters-flags"_qs);
        QVERIFY(flags != nullptr && flags->item.snippets.size() == 1);
        QCOMPARE(filledSnippet(flags->item.snippets[0], {{u"masters"_qs, u"m1 m2 m3"_qs},
                                                         {u"zk"_qs, u"zk://z1:2181,z2:2181/mesos"_qs},
                                                         {u"work_dir"_qs, u"/of/slaves"_qs},
                                                         {u"master_work_dir"_qs, u"/var/lib/mesos"_qs}})
                     .code,
                 u"--zk=zk://z1:2181,z2:2181/mesos --quorum=2 --work_dir=/var/lib/mesos\n"_qs);
    }

    /// The property all of this is for: whatever is accepted, a shell reads as the words it is made of and nothing
    /// else.
    void noValueBreaksOut() {
        QRandomGenerator random(19);
        const ClusterValues good = everyRule();
        QStringList commands;
        QStringList words;
        for (auto it = good.cbegin(); it != good.cend(); ++it) {
            int accepted = 0;
            for (int i = 0; i < 4000; ++i) {
                const QString typed = i == 0 ? it.value() : spoilt(it.value(), random);
                const Result<QString> value = checkedValue(it.key(), typed);
                if (!value || value->isEmpty())
                    continue;
                ++accepted;
                const QString command = filledText(u"echo {{%1}}"_qs.arg(it.key()), {{it.key(), *value}});
                QCOMPARE(command, u"echo "_qs + *value);
                const QStringList parts = value->split(u' ');
                QCOMPARE(QProcess::splitCommand(command), QStringList{u"echo"_qs} + parts);
                commands << command;
                words << parts;
            }
            QVERIFY2(accepted > 10, qPrintable(it.key()));
        }
        shellOutput({u"-n"_qs}, commands.join(u'\n').toUtf8());
        // What bash would put no backslash into needs none; commas mean something within braces only, which are
        // refused.
        const QByteArray quoted = shellOutput({u"-c"_qs, u"mapfile -t words; printf '%q\\n' \"${words[@]}\""_qs},
                                              words.join(u'\n').toUtf8() + '\n');
        QCOMPARE(QString::fromUtf8(quoted).remove(u'\\').split(u'\n', Qt::SkipEmptyParts), words);
        QCOMPARE(quoted.count('\\'), words.join(u'\n').count(u','));
    }
};

QTEST_GUILESS_MAIN(TestClusterValues)
#include "tst_cluster_values.moc"
