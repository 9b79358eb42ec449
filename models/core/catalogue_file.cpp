#include "core/catalogue_file.h"

#include "core/enum_names.h"
#include "core/fields.h"

#include <QCoreApplication>

#include <string_view>

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(core)
};

constexpr quint32 magic = 0x4d554143; // "MUAC"
constexpr quint32 format = 4;

template <typename T> constexpr bool isMap = std::is_same_v<T, QMap<QString, QString>>;
template <typename T> constexpr bool isList = false;
template <typename T> constexpr bool isList<QList<T>> = true;

class Packer {
public:
    template <typename T> void field(const char* /*name*/, const T& value) {
        if constexpr (std::is_same_v<T, QString>) {
            text(value);
        } else if constexpr (std::is_same_v<T, bool> || NamedEnum<T>) {
            number(static_cast<quint32>(value));
        } else if constexpr (isMap<T>) {
            number(quint32(value.size()));
            for (auto it = value.cbegin(); it != value.cend(); ++it) {
                text(it.key());
                text(it.value());
            }
        } else if constexpr (isList<T>) {
            number(quint32(value.size()));
            for (const auto& element : value)
                field("", element);
        } else {
            describe(*this, value);
        }
    }

    void number(quint32 number) { m_units << char16_t(number >> 16) << char16_t(number); }

    QByteArray bytes() const {
        return {reinterpret_cast<const char*>(m_units.constData()), m_units.size() * qsizetype(sizeof(char16_t))};
    }

private:
    void text(const QString& text) {
        number(quint32(text.size()));
        for (const QChar unit : text)
            m_units << unit.unicode();
    }

    QList<char16_t> m_units;
};

/// After the first thing that cannot be, isGood() is false and all that follows is empty.
class Unpacker {
public:
    explicit Unpacker(std::u16string_view units)
        : m_rest(units) {}

    bool isGood() const { return m_isGood; }
    bool atEnd() const { return m_rest.empty(); }

    template <typename T> void field(const char* /*name*/, T& value) {
        if constexpr (std::is_same_v<T, QString>) {
            value = text();
        } else if constexpr (std::is_same_v<T, bool>) {
            value = number() != 0;
        } else if constexpr (NamedEnum<T>) {
            const quint32 index = number();
            m_isGood = m_isGood && index < enumNames(std::type_identity<T>{}).size();
            value = m_isGood ? static_cast<T>(index) : T();
        } else if constexpr (isMap<T>) {
            for (std::size_t left = size(); left > 0; --left) {
                const QString key = text();
                value.insert(key, text());
            }
        } else if constexpr (isList<T>) {
            value.resize(qsizetype(size()));
            for (auto& element : value)
                field("", element);
        } else {
            describe(*this, value);
        }
    }

    quint32 number() {
        const std::u16string_view units = take(2);
        return m_isGood ? quint32(units[0]) << 16 | units[1] : 0;
    }

private:
    /// Of a text or a list: each unit of the one, each element of the other has at least one of what is left.
    std::size_t size() {
        const std::size_t size = number();
        m_isGood = m_isGood && size <= m_rest.size();
        return m_isGood ? size : 0;
    }

    QString text() {
        const std::u16string_view units = take(size());
        return units.empty()
                   ? QString()
                   : QString::fromRawData(reinterpret_cast<const QChar*>(units.data()), qsizetype(units.size()));
    }

    std::u16string_view take(std::size_t count) {
        m_isGood = m_isGood && count <= m_rest.size();
        if (!m_isGood)
            return {};
        const std::u16string_view units = m_rest.substr(0, count);
        m_rest.remove_prefix(count);
        return units;
    }

    std::u16string_view m_rest;
    bool m_isGood = true;
};

/// Nothing where the bytes cannot be read as UTF-16 where they are.
std::u16string_view unitsOf(QByteArrayView bytes) {
    constexpr qsizetype unit = sizeof(char16_t);
    if (bytes.size() % unit != 0 || reinterpret_cast<quintptr>(bytes.data()) % alignof(char16_t) != 0)
        return {};
    return {reinterpret_cast<const char16_t*>(bytes.data()), std::size_t(bytes.size() / unit)};
}

} // namespace

QByteArray packCatalogue(const Catalogue& catalogue) {
    Packer packer;
    packer.number(magic);
    packer.number(format);
    describe(packer, catalogue);
    return packer.bytes();
}

Result<Catalogue> unpackCatalogue(QByteArrayView bytes) {
    Unpacker unpacker(unitsOf(bytes));
    Catalogue catalogue;
    if (unpacker.number() == magic && unpacker.number() == format) {
        describe(unpacker, catalogue);
        if (unpacker.isGood() && unpacker.atEnd())
            return catalogue;
    }
    return fileError(Text::tr("The knowledge built into this program is damaged; install the program again."));
}
