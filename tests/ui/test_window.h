#pragma once

#include "ui/desktop.h"
#include "ui/main_window.h"
#include "ui/theme.h"
#include "ui/windows.h"

#include <QSettings>
#include <QStringList>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

/// A desktop whose answers are given beforehand, and that remembers what it was asked.
class ScriptedDesktop final : public Desktop {
    Q_DISABLE_COPY_MOVE(ScriptedDesktop)

public:
    ScriptedDesktop() = default;

    QString fileToOpen(QWidget*, const QString&, const QString&, const QString&) override { return file; }
    QString fileToSave(QWidget*, const QString& title, const QString& suggested, const QString&) override {
        titles.append(title);
        suggestions.append(suggested);
        return file;
    }
    QString folderToOpen(QWidget*, const QString&, const QString&) override { return file; }
    bool confirm(QWidget*, const QString& question, const QString&) override {
        questions.append(question);
        return yes;
    }
    void complain(QWidget*, const QString& sentence) override { complaints.append(sentence); }
    void open(const QUrl& url) override { opened.append(url); }

    QString file;
    bool yes = true;
    QStringList titles; ///< of the choosers for saving
    QStringList suggestions;
    QStringList questions;
    QStringList complaints;
    QList<QUrl> opened;
};

/// A first window over a folder, settings and a desktop of its own.
struct TestWindow {
    TestWindow();

    QString path(const QString& name) const { return folder.filePath(name); }
    QAction& action(const QString& objectName) const;
    void openNewPlan(const QString& from, const QString& to, const QString& answers = {});

    QTemporaryDir folder;
    ScriptedDesktop desktop;
    QSettings settings;
    Theme theme;
    Windows windows;
    MainWindow& window;
};

/// The widget of that name below `parent`, which has to be there; with several, the first that can be seen.
template <typename T> T& child(const QObject& parent, const QString& objectName) {
    T* first = nullptr;
    const QList<T*> found = parent.findChildren<T*>(objectName);
    for (T* widget : found) {
        if (widget->isVisible())
            return *widget;
        first = first ? first : widget;
    }
    if (!first)
        qFatal("no widget %s", qPrintable(objectName));
    return *first;
}

/// A line for everything below `parent` that takes the focus but has no name for those who cannot see it.
QString namelessWidgets(const QWidget& parent);

/// No settings, documents or data of whoever runs the tests are touched.
void keepToTestPaths();
