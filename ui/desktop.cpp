#include "ui/desktop.h"

#include <QDesktopServices>
#include <QFileDialog>
#include <QFileIconProvider>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMessageBox>
#include <QPushButton>
#include <QRegularExpression>
#include <QUrl>

namespace {
/// `md` of `Markdown (*.md *.markdown)`.
QString suffixOf(const QString& filter) {
    static const QRegularExpression firstSuffix(QStringLiteral("\\*\\.(\\w+)"));
    return firstSuffix.match(filter).captured(1);
}

/// Icons that follow from what a file is, not from what is in it. Looking into a plan file would end the locks that
/// SQLite holds on it: they belong to the process and go when any of its handles of the file is closed.
class PlainIcons final : public QFileIconProvider {
public:
    QIcon icon(const QFileInfo& info) const override { return QFileIconProvider::icon(info.isDir() ? Folder : File); }
    QString type(const QFileInfo& info) const override {
        return info.isDir() ? QFileDialog::tr("Folder") : info.suffix();
    }
};

/// Qt's own dialog: those of some desktops look into the files they list.
void makeHarmless(QFileDialog& dialog, PlainIcons& icons) {
    dialog.setOption(QFileDialog::DontUseNativeDialog);
    dialog.setIconProvider(&icons);
}

/// A message box whose texts are shown as they are: they quote files and paths.
void setPlainText(QMessageBox& box, const QString& text) {
    box.setTextFormat(Qt::PlainText);
    box.setText(text);
    box.setWindowTitle(QGuiApplication::applicationDisplayName());
}
} // namespace

QString NativeDesktop::fileToOpen(QWidget* parent, const QString& title, const QString& folder, const QString& filter) {
    PlainIcons icons;
    QFileDialog dialog(parent, title, folder, filter);
    makeHarmless(dialog, icons);
    dialog.setFileMode(QFileDialog::ExistingFile);
    return dialog.exec() == QDialog::Accepted ? dialog.selectedFiles().constFirst() : QString();
}

QString NativeDesktop::fileToSave(QWidget* parent, const QString& title, const QString& suggested,
                                  const QString& filters) {
    PlainIcons icons;
    QFileDialog dialog(parent, title, QFileInfo(suggested).path(), filters);
    makeHarmless(dialog, icons);
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setDefaultSuffix(suffixOf(dialog.selectedNameFilter()));
    dialog.selectFile(QFileInfo(suggested).fileName());
    QObject::connect(&dialog, &QFileDialog::filterSelected, &dialog,
                     [&dialog](const QString& filter) { dialog.setDefaultSuffix(suffixOf(filter)); });
    return dialog.exec() == QDialog::Accepted ? dialog.selectedFiles().constFirst() : QString();
}

QString NativeDesktop::folderToOpen(QWidget* parent, const QString& title, const QString& folder) {
    PlainIcons icons;
    QFileDialog dialog(parent, title, folder);
    makeHarmless(dialog, icons);
    dialog.setFileMode(QFileDialog::Directory);
    return dialog.exec() == QDialog::Accepted ? dialog.selectedFiles().constFirst() : QString();
}

bool NativeDesktop::confirm(QWidget* parent, const QString& question, const QString& yes) {
    QMessageBox box(parent);
    setPlainText(box, question);
    box.setIcon(QMessageBox::Question);
    const QPushButton* accepted = box.addButton(yes, QMessageBox::AcceptRole);
    box.setDefaultButton(box.addButton(QMessageBox::Cancel));
    box.exec();
    return box.clickedButton() == accepted;
}

void NativeDesktop::complain(QWidget* parent, const QString& sentence) {
    QMessageBox box(parent);
    setPlainText(box, sentence);
    box.setIcon(QMessageBox::Warning);
    box.exec();
}

void NativeDesktop::open(const QUrl& url) {
    QDesktopServices::openUrl(url);
}
