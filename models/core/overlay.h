#pragma once

#include "core/catalogue.h"
#include "core/plan.h"
#include "core/result.h"

// A team's own steps (page the on-call, freeze deploys) on top of ours. resources/catalog/SCHEMA.md describes the file.

/// Takes in the file as it is; what it says is looked at by withOverlay(). Errors: cannot be read (System), is no UTF-8
/// or empty (File).
Result<Overlay> readOverlay(const QString& path);
/// The same for bytes that were read elsewhere. `name` is what findings and reports call the file.
Result<Overlay> overlayOf(const QString& name, const QByteArray& bytes);

/// `ours` with the team's steps in it; an overlay it has already is replaced. Version and digest stay ours. The steps
/// are held to the rules of item_lint.h; any mistake is an error of kind File that lists all of them, one a line, with
/// `file:line:column`: `shownAs`, or the overlay's name. So is a neighbour that is gone from a newer catalogue.
Result<Catalogue> withOverlay(const Catalogue& ours, const Overlay& overlay, const QString& shownAs = {});

/// What to make `plan` anew from: `ours` with the overlay the plan was made with, if any. Errors as above.
Result<Catalogue> catalogueFor(const Catalogue& ours, const Plan& plan);

/// `items` with each of the team's next to its anchor, if that is among them. Several behind the same anchor stand in
/// the order of the file.
ItemList withTeamItems(ItemList items, const QList<TeamItem>& team);
