#pragma once

#include <QString>

class QUrl;
class QWidget;

/// The desktop around the windows: its file choosers, its questions, its browser. An interface, so that a test can give
/// the answers. Made by main(), outlives all windows; called from the window's thread only.
class Desktop {
    Q_DISABLE_COPY_MOVE(Desktop)

public:
    Desktop() = default;
    virtual ~Desktop() = default;

    /// The file people chose, empty when they changed their mind. Filters as in QFileDialog; the first one is preset.
    virtual QString fileToOpen(QWidget* parent, const QString& title, const QString& folder, const QString& filter) = 0;
    /// As above; a name typed without a suffix gets the one of the chosen filter. Asks before a file is replaced.
    virtual QString fileToSave(QWidget* parent, const QString& title, const QString& suggested,
                               const QString& filters) = 0;
    /// The folder people chose, empty when they changed their mind.
    virtual QString folderToOpen(QWidget* parent, const QString& title, const QString& folder) = 0;
    /// True when people chose `yes`, a button that says what happens. Esc means no.
    virtual bool confirm(QWidget* parent, const QString& question, const QString& yes) = 0;
    /// Says what went wrong in one sentence and waits until it was read.
    virtual void complain(QWidget* parent, const QString& sentence) = 0;
    /// Opens a web page, a file or a folder in the program that is meant for it.
    virtual void open(const QUrl& url) = 0;
};

/// The real one.
class NativeDesktop final : public Desktop {
    Q_DISABLE_COPY_MOVE(NativeDesktop)

public:
    NativeDesktop() = default;

    QString fileToOpen(QWidget* parent, const QString& title, const QString& folder, const QString& filter) override;
    QString fileToSave(QWidget* parent, const QString& title, const QString& suggested,
                       const QString& filters) override;
    QString folderToOpen(QWidget* parent, const QString& title, const QString& folder) override;
    bool confirm(QWidget* parent, const QString& question, const QString& yes) override;
    void complain(QWidget* parent, const QString& sentence) override;
    void open(const QUrl& url) override;
};
