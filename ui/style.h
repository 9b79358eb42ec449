#pragma once

#include <QProxyStyle>

/// Fusion, with more room in rows and buttons, and with check boxes and radio buttons that can be seen in the dark too:
/// Fusion derives their frame from the window's colour and loses it there. With high contrast it loses the frames of
/// everything else, too, and they are drawn once more. Owned by the application.
class Style final : public QProxyStyle {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Style)

public:
    Style();

    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override;
    void drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                     const QWidget* widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                            const QWidget* widget) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                           const QWidget* widget) const override;
    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                  QStyleHintReturn* result) const override;
};
