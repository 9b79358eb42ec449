#include "ui/desktop.h"

#include <QDesktopServices>
#include <QFileDialog>
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

/// A message box whose texts are shown as they are: they quote files and paths.
void setPlainText(QMessageBox& box, const QString& text) {
    box.setTextFormat(Qt::PlainText);
    box.setText(text);
    box.setWindowTitle(QGuiApplication::applicationDisplayName());
}
} // namespace

QString NativeDesktop::fileToOpen(QWidget* parent, const QString& title, const QString& folder, const QString& filter) {
    return QFileDialog::getOpenFileName(parent, title, folder, filter);
}

QString NativeDesktop::fileToSave(QWidget* parent, const QString& title, const QString& suggested,
                                  const QString& filters) {
    QFileDialog dialog(parent, title, QFileInfo(suggested).path(), filters);
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setDefaultSuffix(suffixOf(dialog.selectedNameFilter()));
    dialog.selectFile(QFileInfo(suggested).fileName());
    QObject::connect(&dialog, &QFileDialog::filterSelected, &dialog,
                     [&dialog](const QString& filter) { dialog.setDefaultSuffix(suffixOf(filter)); });
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
