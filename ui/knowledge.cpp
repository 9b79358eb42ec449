#include "ui/knowledge.h"

#include "core/catalogue_lint.h"

Knowledge::Knowledge(std::function<Result<Catalogue>()> loadBuiltIn)
    : m_loadBuiltIn(std::move(loadBuiltIn)) {
}

Result<const Catalogue*> Knowledge::inUse() {
    if (!m_catalogue) {
        Result<Catalogue> loaded = m_loadBuiltIn();
        if (!loaded)
            return tl::make_unexpected(loaded.error());
        m_catalogue = std::move(*loaded);
    }
    return &*m_catalogue;
}

Result<> Knowledge::openFolder(const QString& folder) {
    Result<Catalogue> loaded = loadCatalogue(folder);
    if (!loaded)
        return tl::make_unexpected(loaded.error());
    m_catalogue = std::move(*loaded);
    m_folder = folder;
    return {};
}

void Knowledge::useBuiltIn() {
    m_catalogue.reset();
    m_folder.clear();
}
