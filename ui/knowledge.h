#pragma once

#include "core/catalogue.h"
#include "core/result.h"

#include <functional>
#include <optional>

/// What the program knows of upgrades, in this session: what is built in, or a folder that people opened instead. Read
/// when it is first asked for. Owned by the main window; what it hands out lives until another folder is opened.
class Knowledge final {
    Q_DISABLE_COPY_MOVE(Knowledge)

public:
    /// `loadBuiltIn` is called when it is needed, and again when it failed.
    explicit Knowledge(std::function<Result<Catalogue>()> loadBuiltIn);
    ~Knowledge() = default;

    /// An error is one of `loadBuiltIn`.
    Result<const Catalogue*> inUse();

    /// Empty while it is what is built in.
    QString folder() const { return m_folder; }

    /// Checks a folder and takes it over. On an error, which lists all mistakes, one a line, everything stays as it
    /// was.
    Result<> openFolder(const QString& folder);
    void useBuiltIn();

private:
    std::function<Result<Catalogue>()> m_loadBuiltIn;
    std::optional<Catalogue> m_catalogue;
    QString m_folder;
};
