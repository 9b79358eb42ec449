#pragma once

#include "report/meeting.h"

#include <variant>

// The screens on which a team goes through a plan: what stands on each, not how it is painted. A screen holds no more
// than can be read from five metres; what is longer goes on on the next one, and nothing has to be scrolled. All texts
// are plain.

namespace meeting {

enum class Section { Way, Impact, Dangers, Questions, Upgrades, Decisions };
QList<Section> allSections();
QString titleOf(Section section); ///< "What we upgrade", "Impact", …

/// How much text fits beneath the title of a screen, in the smallest size that can be read from five metres.
struct Room {
    int columns = 80;
    int lines = 16;
};

/// The route strip.
struct RoutePicture {};

struct Figure {
    int number = 0;
    QString what;
};
struct Figures {
    QList<Figure> figures; ///< side by side
};

/// Larger than the rest. Stands with what follows, and again on each screen on which that goes on.
struct Heading {
    QString text;
};

struct Paragraph {
    QString text;
};

/// Over what follows, with which it stands.
struct Caption {
    QString text;
};

/// Beneath what it is about; may be overlooked.
struct Remark {
    QString text;
};

/// To be typed as it stands; stands with what follows, which says what it tells.
struct Command {
    QString text;
};

/// The first cell of a row or a column names it.
struct Table {
    QList<QStringList> rows;
};

enum class Tone { Plain, Caution, Danger };

/// A step, note or stop on which people can write.
struct Point {
    QString id;
    Tone tone = Tone::Plain;
    QString marks; ///< over the text; says in words what the tone says
    QString text;
    QStringList beneath;        ///< what it means, and what is recorded of it
    bool canBeAccepted = false; ///< a blocker that somebody may answer for
};

/// A run of steps of one component, in the picture of an upgrade's order.
struct Station {
    QString title;
    QString beneath; ///< how many steps, and whether one restarts it
    bool restarts = false;
};
struct OrderPicture {
    ComponentOrder order = ComponentOrder::Listed;
    int first = 1; ///< number of the first station: a long order goes on in another picture
    QList<Station> stations;
};
/// The picture in words.
QString sentenceOf(const OrderPicture& picture);

using Block =
    std::variant<RoutePicture, Figures, Heading, Paragraph, Caption, Remark, Command, Table, Point, OrderPicture>;

struct Screen {
    Section section = Section::Way;
    QString title;
    QString question; ///< id of the question that is answered here
    QList<Block> blocks;
    int number = 1; ///< of the screens with this title
    int of = 1;
};

/// In the order in which they are gone through. A section about which there is nothing to say says so on a screen of
/// one line. Questions are those that were open when the meeting began, or are now: an answer can be changed again.
QList<Screen> screensOf(const Plan& plan, const Record& record, const Meeting& meeting, const Room& room);

/// What another answer to a question would change: shown before it does.
QList<Screen> screensOfChange(const Plan& plan, const Plan& changed, const QString& question, const Room& room);

} // namespace meeting
