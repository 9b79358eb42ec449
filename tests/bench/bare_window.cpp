// The least a Qt program with a window can do: one word in it, so that a font is loaded.

#include "tests/bench/first_paint.h"

#include <QApplication>
#include <QLabel>
#include <QMainWindow>

int main(int argc, char** argv) {
    QApplication app(argc, argv);
    QMainWindow window;
    window.setCentralWidget(new QLabel(QStringLiteral("Hello")));
    const FirstPaint firstPaint(window);
    window.show();
    return QApplication::exec();
}
