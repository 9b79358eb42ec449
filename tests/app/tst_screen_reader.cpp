#include "support/support.h"

#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusContext>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusObjectPath>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <functional>
#include <memory>
#include <optional>

// What people do who see nothing of the window: the real program on a display and a session bus of its own, and a
// client that knows of it what a screen reader knows, over AT-SPI. It makes a plan, ticks three steps and reads how far
// the work is.

/// An object that a program shows to assistive technology: (so) on the bus.
struct Shown {
    QString program;
    QDBusObjectPath path;
};
Q_DECLARE_METATYPE(Shown)

QDBusArgument& operator<<(QDBusArgument& argument, const Shown& shown) {
    argument.beginStructure();
    argument << shown.program << shown.path;
    argument.endStructure();
    return argument;
}
const QDBusArgument& operator>>(const QDBusArgument& argument, Shown& shown) {
    argument.beginStructure();
    argument >> shown.program >> shown.path;
    argument.endStructure();
    return argument;
}

namespace {
constexpr int patience = 30'000;

/// A process that ends when this goes.
class Running final {
    Q_DISABLE_COPY_MOVE(Running)

public:
    Running(const QString& program, const QStringList& arguments, const QProcessEnvironment& environment) {
        m_process.setProcessEnvironment(environment);
        m_process.setProcessChannelMode(QProcess::SeparateChannels);
        m_process.start(program, arguments);
        m_process.waitForStarted();
    }
    ~Running() {
        m_process.terminate();
        if (!m_process.waitForFinished(5000)) {
            m_process.kill();
            m_process.waitForFinished();
        }
    }

    /// The first line it writes: where it can be found.
    QString firstLine() {
        while (!m_process.canReadLine() && m_process.waitForReadyRead(patience)) {
        }
        return QString::fromLocal8Bit(m_process.readLine()).trimmed();
    }
    QString complaints() { return QString::fromLocal8Bit(m_process.readAllStandardError()); }
    bool isRunning() const { return m_process.state() == QProcess::Running; }

private:
    QProcess m_process;
};

/// What a screen reader asks and does, over the bus of assistive technology.
class Reader final : public QObject, public QDBusContext {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Reader)

public:
    using IsIt = std::function<bool(const QString& name)>;

    explicit Reader(const QString& bus)
        : m_bus(QDBusConnection::connectToBus(bus, QStringLiteral("reader"))) {
        // Programs tell changes only while somebody listens, and Qt those of values only when they are named.
        for (const char* event : {"object:property-change", "object:property-change:accessible-value"})
            call(registry(), u"org.a11y.atspi.Registry"_qs, u"RegisterEvent"_qs, {QLatin1String(event)},
                 u"/org/a11y/atspi/registry"_qs);
        m_bus.connect({}, {}, u"org.a11y.atspi.Event.Object"_qs, u"PropertyChange"_qs, this, SLOT(hear(QString)));
    }
    ~Reader() override { QDBusConnection::disconnectFromBus(QStringLiteral("reader")); }

    bool isConnected() const { return m_bus.isConnected(); }

    /// What runs on the desktop.
    QList<Shown> programs() const {
        return children({registry(), QDBusObjectPath(QStringLiteral("/org/a11y/atspi/accessible/root"))});
    }
    QString name(const Shown& of) const { return property(of, u"Accessible"_qs, u"Name"_qs).toString(); }
    QString description(const Shown& of) const { return property(of, u"Accessible"_qs, u"Description"_qs).toString(); }
    double value(const Shown& of) const { return property(of, u"Value"_qs, u"CurrentValue"_qs).toDouble(); }
    bool isChecked(const Shown& of) const { return hasState(of, 4); }
    /// Whether the program told that this is another now.
    bool heard(const Shown& of, const QString& what) const { return m_heard.contains(of.path.path() + u' ' + what); }

    /// As a person presses, ticks or opens it.
    bool act(const Shown& what, const QString& action) const {
        const int count = property(what, u"Action"_qs, u"NActions"_qs).toInt();
        for (int i = 0; i < count; ++i)
            if (ask(what, u"Action"_qs, u"GetName"_qs, {i}).value(0).toString() == action)
                return ask(what, u"Action"_qs, u"DoAction"_qs, {i}).value(0).toBool();
        return false;
    }
    bool write(const Shown& field, const QString& text) const {
        return ask(field, u"EditableText"_qs, u"SetTextContents"_qs, {text}).value(0).toBool();
    }
    /// The first one below, in the order of reading, that is shown (menus may be closed) and of which this holds.
    std::optional<Shown> search(const Shown& below, const QString& wanted, const IsIt& isIt) const {
        const QList<Shown> all = children(below);
        for (const Shown& child : all) {
            if (!isShowing(child) && wanted != u"menu item")
                continue;
            if (role(child) == wanted && isIt(name(child)))
                return child;
            if (std::optional<Shown> found = search(child, wanted, isIt))
                return found;
        }
        return {};
    }
    /// The same, and waits until there is one.
    std::optional<Shown> find(const Shown& below, const QString& role, const IsIt& isIt) const {
        std::optional<Shown> found;
        if (!QTest::qWaitFor([&] { return (found = search(below, role, isIt)).has_value(); }, patience))
            qWarning("There is no such %s in\n%s", qPrintable(role), qPrintable(readOut(below)));
        return found;
    }
    std::optional<Shown> find(const Shown& below, const QString& role, const QString& name) const {
        return find(below, role, [&name](const QString& other) { return other == name; });
    }

private Q_SLOTS:
    /// Qt tells what is another now, but not what it is.
    void hear(const QString& property) { m_heard << message().path() + u' ' + property; }

private:
    static QString registry() { return QStringLiteral("org.a11y.atspi.Registry"); }

    QVariantList call(const QString& program, const QString& interface, const QString& method,
                      const QVariantList& arguments, const QString& path) const {
        QDBusMessage message = QDBusMessage::createMethodCall(program, path, interface, method);
        message.setArguments(arguments);
        const QDBusMessage answer = m_bus.call(message, QDBus::Block, patience);
        return answer.type() == QDBusMessage::ReplyMessage ? answer.arguments() : QVariantList();
    }
    QVariantList ask(const Shown& of, const QString& interface, const QString& method,
                     const QVariantList& arguments = {}) const {
        return call(of.program, u"org.a11y.atspi."_qs + interface, method, arguments, of.path.path());
    }
    template <typename T> T answered(const Shown& of, const QString& method) const {
        T value{};
        const QVariantList answer = ask(of, u"Accessible"_qs, method);
        if (!answer.isEmpty())
            answer.constFirst().value<QDBusArgument>() >> value;
        return value;
    }
    QVariant property(const Shown& of, const QString& interface, const QString& name) const {
        return call(of.program, u"org.freedesktop.DBus.Properties"_qs, u"Get"_qs,
                    {QString(u"org.a11y.atspi."_qs + interface), name}, of.path.path())
            .value(0)
            .value<QDBusVariant>()
            .variant();
    }
    QList<Shown> children(const Shown& of) const { return answered<QList<Shown>>(of, u"GetChildren"_qs); }
    QString role(const Shown& of) const { return ask(of, u"Accessible"_qs, u"GetRoleName"_qs).value(0).toString(); }
    bool isShowing(const Shown& of) const { return hasState(of, 25); }
    /// One of AtspiStateType, below 32.
    bool hasState(const Shown& of, int state) const {
        return ((answered<QList<uint>>(of, u"GetState"_qs).value(0) >> state) & 1U) != 0;
    }
    /// Everything that is shown below, as it is read, a line each.
    QString readOut(const Shown& below, int depth = 0) const {
        QString text = QString(depth, u' ') + role(below) + u": " + name(below) + u'\n';
        const QList<Shown> all = children(below);
        for (const Shown& child : all)
            if (isShowing(child))
                text += readOut(child, depth + 1);
        return text;
    }

    QDBusConnection m_bus;
    QStringList m_heard;
};

/// A display and a session bus, and what is started there on demand, with a home of its own.
class Session final {
    Q_DISABLE_COPY_MOVE(Session)

public:
    Session() = default;

    /// Empty, or why there can be none here.
    QString begin() {
        for (const char* program : {"Xvfb", "dbus-daemon"})
            if (QStandardPaths::findExecutable(QLatin1String(program)).isEmpty())
                return QStringLiteral("there is no %1 here").arg(QLatin1String(program));
        m_environment = QProcessEnvironment::systemEnvironment();
        for (const char* name : {"HOME", "XDG_RUNTIME_DIR", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"})
            m_environment.insert(QLatin1String(name), m_home.path());
        m_environment.insert(u"QT_QPA_PLATFORM"_qs, u"xcb"_qs);
        m_environment.insert(u"QT_LINUX_ACCESSIBILITY_ALWAYS_ON"_qs, u"1"_qs);
        // libxkbcommon takes texts of the X server that do not end with a zero, as it may; the last word counts.
        m_environment.insert(u"ASAN_OPTIONS"_qs,
                             m_environment.value(u"ASAN_OPTIONS"_qs) + u":strict_string_checks=0"_qs);
        m_display = std::make_unique<Running>(u"Xvfb"_qs,
                                              QStringList{u"-displayfd"_qs, u"1"_qs, u"-screen"_qs, u"0"_qs,
                                                          u"1280x900x24"_qs, u"-nolisten"_qs, u"tcp"_qs},
                                              m_environment);
        const QString display = m_display->firstLine();
        if (display.isEmpty())
            return QStringLiteral("no display: ") + m_display->complaints();
        m_environment.insert(u"DISPLAY"_qs, u':' + display);
        m_bus = std::make_unique<Running>(
            u"dbus-daemon"_qs, QStringList{u"--session"_qs, u"--nofork"_qs, u"--print-address=1"_qs}, m_environment);
        const QString address = m_bus->firstLine();
        if (address.isEmpty())
            return QStringLiteral("no session bus: ") + m_bus->complaints();
        m_environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_qs, address);

        const QDBusConnection session = QDBusConnection::connectToBus(address, u"session"_qs);
        const QDBusMessage answer = session.call(QDBusMessage::createMethodCall(u"org.a11y.Bus"_qs, u"/org/a11y/bus"_qs,
                                                                                u"org.a11y.Bus"_qs, u"GetAddress"_qs));
        QDBusConnection::disconnectFromBus(u"session"_qs);
        m_readersBus = answer.arguments().value(0).toString();
        return answer.type() == QDBusMessage::ReplyMessage
                   ? QString()
                   : u"no bus for assistive technology: "_qs + answer.errorMessage();
    }

    const QProcessEnvironment& environment() const { return m_environment; }
    const QString& readersBus() const { return m_readersBus; }
    QString path(const QString& name) const { return m_home.filePath(name); }

private:
    QTemporaryDir m_home;
    QProcessEnvironment m_environment;
    std::unique_ptr<Running> m_display;
    std::unique_ptr<Running> m_bus;
    QString m_readersBus;
};
} // namespace

class TestScreenReader final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qDBusRegisterMetaType<Shown>(); }

    void aPlanIsMadeAndWorkedOn() {
        Session session;
        if (const QString why = session.begin(); !why.isEmpty())
            QSKIP(qPrintable(why));
        const Reader reader(session.readersBus());
        QVERIFY(reader.isConnected());
        const Running started(QStringLiteral(WINDOW_PROGRAM), {}, session.environment());
        QTRY_VERIFY_WITH_TIMEOUT(!reader.programs().isEmpty(), patience);
        const Shown program = reader.programs().constFirst();
        const auto give = [&](const QString& field, const QString& text) {
            const auto found = reader.find(program, u"text"_qs, field);
            return found && reader.write(*found, text);
        };
        const auto push = [&](const QString& button) {
            const auto found = reader.find(program, u"push button"_qs, button);
            return found && reader.act(*found, u"Press"_qs);
        };

        QVERIFY(push(u"New plan…"_qs));
        QVERIFY(give(u"Version that runs now"_qs, u"0.17.0"_qs));
        QVERIFY(give(u"Version you want"_qs, u"0.19.1"_qs));
        QVERIFY(push(u"Next >"_qs));
        const auto no =
            reader.find(program, u"radio button"_qs, [](const QString& name) { return name.startsWith(u"No: "); });
        QVERIFY(no && reader.act(*no, u"Toggle"_qs));
        QTRY_VERIFY(reader.isChecked(*no));
        const auto isToCome = [](const QString& name) { return name.endsWith(u", to come"_qs); };
        while (const auto page = reader.search(program, u"push button"_qs, isToCome)) {
            QVERIFY(push(u"Next >"_qs));
            QTRY_VERIFY_WITH_TIMEOUT(reader.name(*page).endsWith(u", you are here"_qs), patience);
        }
        QVERIFY(give(u"Plan file"_qs, session.path(u"ours.mesosplan"_qs)));
        QVERIFY(push(u"Create plan"_qs));

        const auto list = reader.find(program, u"tree"_qs, u"Checklist"_qs);
        const auto strip = reader.find(program, u"filler"_qs, u"The way from version to version"_qs);
        const auto bar = reader.find(program, u"progress bar"_qs, u"Steps done"_qs);
        const auto done = reader.find(program, u"check box"_qs, u"Done"_qs);
        const auto menus = reader.find(program, u"menu bar"_qs, QString());
        QVERIFY(list && strip && bar && done && menus);
        const auto next = reader.find(*menus, u"menu item"_qs, u"Next open step or stop"_qs);
        QVERIFY(next);
        QVERIFY2(reader.description(*strip).contains(u": 0 of "_qs), qPrintable(reader.description(*strip)));
        for (int ticked = 1; ticked <= 3; ++ticked) {
            const auto step = reader.find(*list, u"tree item"_qs, [](const QString& name) {
                return name.startsWith(u"Step "_qs) && name.contains(u", open, "_qs);
            });
            QVERIFY(step && !reader.isChecked(*done));
            QVERIFY(reader.act(*done, u"Toggle"_qs));
            QTRY_VERIFY_WITH_TIMEOUT(reader.name(*step).contains(u", done, "_qs), patience);
            QTRY_VERIFY_WITH_TIMEOUT(reader.value(*bar) == ticked, patience);
            QVERIFY(reader.act(*next, u"Press"_qs));
            QTRY_VERIFY_WITH_TIMEOUT(!reader.isChecked(*done), patience);
        }
        QTRY_VERIFY_WITH_TIMEOUT(reader.description(*strip).contains(u": 3 of "_qs), patience);
        QTRY_VERIFY_WITH_TIMEOUT(reader.heard(*bar, u"accessible-value"_qs), patience);
        QTRY_VERIFY_WITH_TIMEOUT(reader.heard(*strip, u"accessible-description"_qs), patience);
    }
};

QTEST_GUILESS_MAIN(TestScreenReader)
#include "tst_screen_reader.moc"
