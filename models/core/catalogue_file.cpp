#include "core/catalogue_file.h"

#include "core/enum_names.h"
#include "core/fields.h"

#include <QCoreApplication>
#include <QDataStream>
#include <QIODevice>

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(core)
};

constexpr quint32 magic = 0x4d554143; // "MUAC"
constexpr quint32 format = 1;

template <typename T> constexpr bool isList = false;
template <typename T> constexpr bool isList<QList<T>> = !std::is_same_v<T, QString>;

/// QDataStream knows how to write it.
template <typename T>
constexpr bool isLeaf = std::is_same_v<T, QString> || std::is_same_v<T, QStringList> || std::is_same_v<T, bool> ||
                        std::is_same_v<T, int> || std::is_same_v<T, QMap<QString, QString>>;

class Packer {
public:
    explicit Packer(QDataStream& stream)
        : m_stream(stream) {}

    template <typename T> void field(const char* /*name*/, const T& value) {
        if constexpr (isLeaf<T>) {
            m_stream << value;
        } else if constexpr (NamedEnum<T>) {
            m_stream << static_cast<qint8>(value);
        } else if constexpr (isList<T>) {
            m_stream << static_cast<qint32>(value.size());
            for (const auto& element : value)
                describe(*this, element);
        } else {
            describe(*this, value);
        }
    }

private:
    QDataStream& m_stream;
};

class Unpacker {
public:
    explicit Unpacker(QDataStream& stream)
        : m_stream(stream) {}

    template <typename T> void field(const char* /*name*/, T& value) {
        if constexpr (isLeaf<T>) {
            m_stream >> value;
        } else if constexpr (NamedEnum<T>) {
            qint8 index = 0;
            m_stream >> index;
            if (index < 0 || std::size_t(index) >= enumNames(std::type_identity<T>{}).size())
                m_stream.setStatus(QDataStream::ReadCorruptData);
            else
                value = static_cast<T>(index);
        } else if constexpr (isList<T>) {
            qint32 size = 0;
            m_stream >> size;
            for (qint32 i = 0; i < size && m_stream.status() == QDataStream::Ok; ++i)
                describe(*this, value.emplaceBack());
        } else {
            describe(*this, value);
        }
    }

private:
    QDataStream& m_stream;
};

} // namespace

QByteArray packCatalogue(const Catalogue& catalogue) {
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_4);
    stream << magic << format;
    Packer packer(stream);
    describe(packer, catalogue);
    return bytes;
}

Result<Catalogue> unpackCatalogue(const QByteArray& bytes) {
    QDataStream stream(bytes);
    stream.setVersion(QDataStream::Qt_6_4);
    quint32 readMagic = 0;
    quint32 readFormat = 0;
    stream >> readMagic >> readFormat;
    Catalogue catalogue;
    if (readMagic == magic && readFormat == format) {
        Unpacker unpacker(stream);
        describe(unpacker, catalogue);
        if (stream.status() == QDataStream::Ok && stream.atEnd())
            return catalogue;
    }
    return fileError(Text::tr("The knowledge built into this program is damaged; install the program again."));
}
