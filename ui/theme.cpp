#include "ui/theme.h"

#include "ui/desktop_scheme.h"
#include "ui/focus_ring.h"
#include "ui/style.h"

#include <QApplication>
#include <QEvent>
#include <QSettings>
#include <QTimer>
#include <QWidget>

#include <cmath>

namespace {
constexpr auto appearanceKey = "appearance";
constexpr auto contrastKey = "highContrast";
constexpr auto desktopKey = "desktopIsDark";
constexpr auto desktopContrastKey = "desktopIsHighContrast";

struct Tones {
    QRgb window, base, alternate, text, button, accent, onAccent, quiet, disabled, light, mid, dark, tip;
};

QPalette paletteOf(const Tones& tones) {
    QPalette palette;
    palette.setColor(QPalette::Window, tones.window);
    palette.setColor(QPalette::WindowText, tones.text);
    palette.setColor(QPalette::Base, tones.base);
    palette.setColor(QPalette::AlternateBase, tones.alternate);
    palette.setColor(QPalette::Text, tones.text);
    palette.setColor(QPalette::Button, tones.button);
    palette.setColor(QPalette::ButtonText, tones.text);
    palette.setColor(QPalette::BrightText, tones.onAccent);
    palette.setColor(QPalette::ToolTipBase, tones.tip);
    palette.setColor(QPalette::ToolTipText, tones.text);
    palette.setColor(QPalette::PlaceholderText, tones.quiet);
    palette.setColor(QPalette::Highlight, tones.accent);
    palette.setColor(QPalette::HighlightedText, tones.onAccent);
    palette.setColor(QPalette::Link, tones.accent);
    palette.setColor(QPalette::LinkVisited, tones.accent);
    palette.setColor(QPalette::Light, tones.light);
    palette.setColor(QPalette::Midlight, tones.button);
    palette.setColor(QPalette::Mid, tones.mid);
    palette.setColor(QPalette::Dark, tones.dark);
    palette.setColor(QPalette::Shadow, QColor(0, 0, 0));
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, tones.disabled);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, tones.alternate);
    palette.setColor(QPalette::Disabled, QPalette::HighlightedText, tones.disabled);
    return palette;
}
} // namespace

QPalette lightPalette() {
    return paletteOf({.window = 0xfff4f5f7,
                      .base = 0xffffffff,
                      .alternate = 0xfff0f2f5,
                      .text = 0xff1c2127,
                      .button = 0xfff4f5f7,
                      .accent = 0xff1f62b8,
                      .onAccent = 0xffffffff,
                      .quiet = 0xff5d6672,
                      .disabled = 0xff969da6,
                      .light = 0xffffffff,
                      .mid = 0xffc3c8cf,
                      .dark = 0xff9aa1aa,
                      .tip = 0xffffffff});
}

QPalette darkPalette() {
    return paletteOf({.window = 0xff22262c,
                      .base = 0xff1a1d22,
                      .alternate = 0xff262b32,
                      .text = 0xffe3e6ea,
                      .button = 0xff2f343c,
                      .accent = 0xff75aef5,
                      .onAccent = 0xff10151c,
                      .quiet = 0xffa0a8b3,
                      .disabled = 0xff6d7580,
                      .light = 0xff3c424b,
                      .mid = 0xff737d8b,
                      .dark = 0xff14161a,
                      .tip = 0xff2f343c});
}

QPalette highContrastLightPalette() {
    return paletteOf({.window = 0xffffffff,
                      .base = 0xffffffff,
                      .alternate = 0xfff2f2f2,
                      .text = 0xff000000,
                      .button = 0xffffffff,
                      .accent = 0xff00357f,
                      .onAccent = 0xffffffff,
                      .quiet = 0xff333333,
                      .disabled = 0xff595959,
                      .light = 0xffffffff,
                      .mid = 0xff595959,
                      .dark = 0xff000000,
                      .tip = 0xffffffff});
}

QPalette highContrastDarkPalette() {
    return paletteOf({.window = 0xff000000,
                      .base = 0xff000000,
                      .alternate = 0xff141414,
                      .text = 0xffffffff,
                      .button = 0xff000000,
                      .accent = 0xff9bcbff,
                      .onAccent = 0xff000000,
                      .quiet = 0xffdcdcdc,
                      .disabled = 0xffa6a6a6,
                      .light = 0xff595959,
                      .mid = 0xffa6a6a6,
                      .dark = 0xffdcdcdc,
                      .tip = 0xff000000});
}

bool isDark(const QPalette& palette) {
    return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
}

bool isHighContrast(const QPalette& palette) {
    constexpr double blackOnWhite = 20;
    return contrast(palette.color(QPalette::Window), palette.color(QPalette::WindowText)) > blackOnWhite;
}

double contrast(const QColor& a, const QColor& b) {
    const auto luminance = [](const QColor& colour) {
        const auto linear = [](double channel) {
            return channel <= 0.03928 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
        };
        const QColor rgb = colour.toRgb();
        return 0.2126 * linear(rgb.redF()) + 0.7152 * linear(rgb.greenF()) + 0.0722 * linear(rgb.blueF());
    };
    const double one = luminance(a);
    const double other = luminance(b);
    return (std::max(one, other) + 0.05) / (std::min(one, other) + 0.05);
}

Colours coloursOf(const QPalette& palette) {
    const QColor accent = palette.color(QPalette::Link);
    const QColor quiet = palette.color(QPalette::PlaceholderText);
    const QColor line = palette.color(QPalette::Mid);
    if (isHighContrast(palette) && !isDark(palette))
        return {accent, QColor(0x8c, 0x0f, 0x08), QColor(0x5c, 0x3a, 0x00), QColor(0x0b, 0x50, 0x28), quiet, line};
    if (isHighContrast(palette))
        return {accent, QColor(0xff, 0xb3, 0xab), QColor(0xff, 0xce, 0x7d), QColor(0x9c, 0xe8, 0xb0), quiet, line};
    if (isDark(palette))
        return {accent, QColor(0xff, 0x8f, 0x85), QColor(0xf0, 0xb4, 0x5a), QColor(0x7c, 0xcf, 0x93), quiet, line};
    return {accent, QColor(0xb4, 0x26, 0x1c), QColor(0x85, 0x55, 0x00), QColor(0x1f, 0x74, 0x41), quiet, line};
}

Theme::Theme(QSettings& settings, QObject* parent)
    : QObject(parent)
    , m_settings(settings) {
    const int chosen = settings.value(QLatin1String(appearanceKey)).toInt();
    m_appearance = static_cast<Appearance>(qBound(0, chosen, static_cast<int>(Appearance::Dark)));
    // What the desktop said last time spares people a flash of the wrong palette.
    m_desktopIsDark = settings.value(QLatin1String(desktopKey), isDark(QApplication::palette())).toBool();
    m_highContrast = settings.value(QLatin1String(contrastKey)).toBool();
    m_desktopIsHighContrast =
        settings.value(QLatin1String(desktopContrastKey)).toBool() || isHighContrast(QApplication::palette());
    QApplication::setStyle(new Style);
    new FocusRing(this);
    apply();
}

void Theme::setAppearance(Appearance appearance) {
    m_appearance = appearance;
    m_settings.setValue(QLatin1String(appearanceKey), static_cast<int>(appearance));
    apply();
}

void Theme::setHighContrast(bool high) {
    m_highContrast = high;
    m_settings.setValue(QLatin1String(contrastKey), high);
    apply();
}

void Theme::reset() {
    m_appearance = Appearance::FollowDesktop;
    m_highContrast = false;
    apply();
}

void Theme::apply() {
    const bool dark =
        m_appearance == Appearance::Dark || (m_appearance == Appearance::FollowDesktop && m_desktopIsDark);
    if (m_highContrast || m_desktopIsHighContrast)
        QApplication::setPalette(dark ? highContrastDarkPalette() : highContrastLightPalette());
    else
        QApplication::setPalette(dark ? darkPalette() : lightPalette());
}

void Theme::watchDesktopAfterPaintOf(QWidget& window) {
    window.installEventFilter(this);
}

bool Theme::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Paint) {
        watched->removeEventFilter(this);
        QTimer::singleShot(0, this, &Theme::watchDesktop);
    }
    return QObject::eventFilter(watched, event);
}

void Theme::watchDesktop() {
    auto* scheme = new DesktopScheme(this);
    connect(scheme, &DesktopScheme::darkTold, this, [this](bool dark) {
        m_settings.setValue(QLatin1String(desktopKey), dark);
        m_desktopIsDark = dark;
        apply();
    });
    connect(scheme, &DesktopScheme::highContrastTold, this, [this](bool high) {
        m_settings.setValue(QLatin1String(desktopContrastKey), high);
        m_desktopIsHighContrast = high;
        apply();
    });
    scheme->ask();
}
