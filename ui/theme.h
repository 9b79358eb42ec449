#pragma once

#include <QColor>
#include <QObject>
#include <QPalette>

class QSettings;
class QWidget;

enum class Appearance { FollowDesktop, Light, Dark };

QPalette lightPalette();
QPalette darkPalette();
/// For people who need more contrast than most: 7:1 at least for everything that is read.
QPalette highContrastLightPalette();
QPalette highContrastDarkPalette();

bool isDark(const QPalette& palette);
/// Black on white or white on black, as our own are and those of desktops for people who need that.
bool isHighContrast(const QPalette& palette);

/// Of two colours as WCAG 2 defines it, 1 to 21.
double contrast(const QColor& a, const QColor& b);

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

/// How the program looks: Fusion with palettes of our own. Made by main() before the first window; sets style and
/// palette of the application at once, without asking anybody, and later whenever people or the desktop change their
/// mind.
class Theme final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Theme)

public:
    explicit Theme(QSettings& settings, QObject* parent = nullptr);

    Appearance appearance() const { return m_appearance; }
    void setAppearance(Appearance appearance);

    /// More contrast than most need, as people chose; it is in force, too, while the desktop wants it.
    bool highContrast() const { return m_highContrast; }
    void setHighContrast(bool high);

    /// Forgets what people chose; settings are cleared by whoever owns them.
    void reset();

    /// Asks the desktop what it wants, but only once `window` has been painted: the answer takes longer than the
    /// window.
    void watchDesktopAfterPaintOf(QWidget& window);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void apply();
    void watchDesktop();

    QSettings& m_settings;
    Appearance m_appearance = Appearance::FollowDesktop;
    bool m_highContrast = false;
    bool m_desktopIsDark = false;
    bool m_desktopIsHighContrast = false;
};
