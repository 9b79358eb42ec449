#pragma once

class Knowledge;
class QString;
class QWidget;

/// Which knowledge the program uses, how far it reaches, and how much of it is the guide's, of other sources, and ours:
/// a line each, the same wherever the program speaks of itself. Never null.
QWidget* knowledgeForm(Knowledge& knowledge);
