#pragma once

#include <QColor>
#include <QObject>
#include <QPalette>

class QSettings;
class QWidget;

enum class Appearance { FollowDesktop, Light, Dark };

QPalette lightPalette();
QPalette darkPalette();
bool isDark(const QPalette& palette);

/// The few colours that mean something. They never stand alone: a word or a symbol says the same.
struct Colours {
    QColor accent;
    QColor danger;
    QColor caution;
    QColor good;
    QColor quiet; ///< text that may be overlooked
    QColor line;  ///< frames and unfilled tracks
};
Colours coloursOf(const QPalette& palette);

/// How the program looks: Fusion with two palettes of our own. Made by main() before the first window; sets style and
/// palette of the application at once, without asking anybody, and later whenever people or the desktop change their
/// mind.
class Theme final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Theme)

public:
    explicit Theme(QSettings& settings, QObject* parent = nullptr);

    Appearance appearance() const { return m_appearance; }
    void setAppearance(Appearance appearance);

    /// Asks the desktop for light or dark, but only once `window` has been painted: the answer takes longer than the
    /// window.
    void watchDesktopAfterPaintOf(QWidget& window);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void apply();
    void watchDesktop();

    QSettings& m_settings;
    Appearance m_appearance = Appearance::FollowDesktop;
    bool m_desktopIsDark = false;
};
