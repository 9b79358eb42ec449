#include "store/log_tail.h"

#include <QtEndian>

namespace {

// https://www.sqlite.org/fileformat.html#the_write_ahead_log
constexpr qsizetype headerSize = 32;
constexpr qsizetype frameHeaderSize = 24;

quint32 numberAt(const QByteArray& bytes, qsizetype offset) {
    return qFromBigEndian<quint32>(bytes.constData() + offset);
}

/// The running checksum of a log.
class Checksum final {
public:
    explicit Checksum(bool bigEndian)
        : m_bigEndian(bigEndian) {}

    void add(const QByteArray& bytes, qsizetype offset, qsizetype size) {
        for (qsizetype at = offset; at < offset + size; at += 8) {
            m_first += word(bytes.constData() + at) + m_second;
            m_second += word(bytes.constData() + at + 4) + m_first;
        }
    }
    bool standsAt(const QByteArray& bytes, qsizetype offset) const {
        return numberAt(bytes, offset) == m_first && numberAt(bytes, offset + 4) == m_second;
    }

private:
    quint32 word(const char* at) const {
        return m_bigEndian ? qFromBigEndian<quint32>(at) : qFromLittleEndian<quint32>(at);
    }

    const bool m_bigEndian;
    quint32 m_first = 0;
    quint32 m_second = 0;
};

} // namespace

LogTail tailOf(const QByteArray& log) {
    if (log.isEmpty())
        return LogTail::Whole;
    if (log.size() < headerSize)
        return LogTail::CutOff;
    Checksum checksum((numberAt(log, 0) & 1) != 0);
    checksum.add(log, 0, 24);
    const qsizetype frameSize = frameHeaderSize + numberAt(log, 8);
    if (!checksum.standsAt(log, 24) || frameSize % 8 != 0)
        return log.size() == headerSize ? LogTail::CutOff : LogTail::Damaged;

    const quint32 generation = numberAt(log, 16);
    bool isWhole = true;
    bool hasTail = false;
    int lost = 0;
    for (qsizetype frame = headerSize; frame < log.size(); frame += frameSize) {
        const bool isThere = frame + frameSize <= log.size();
        if (frame + frameHeaderSize <= log.size()) {
            // What is left from before the log was last begun anew carries a smaller number and another random one;
            // one of the two alone is damage.
            const quint32 age = generation - numberAt(log, frame + 8);
            if (age > 0 && age < 0x10000 && numberAt(log, frame + 12) != numberAt(log, 20))
                break;
        }
        if (isThere && isWhole) {
            checksum.add(log, frame, 8);
            checksum.add(log, frame + frameHeaderSize, frameSize - frameHeaderSize);
            isWhole = numberAt(log, frame + 8) == generation && numberAt(log, frame + 12) == numberAt(log, 20) &&
                      checksum.standsAt(log, frame + 16);
        }
        const bool endsTransaction = isThere && numberAt(log, frame + 4) != 0;
        isWhole = isWhole && isThere;
        hasTail = !isWhole || !endsTransaction;
        lost += !isWhole && endsTransaction;
    }
    if (lost > 1)
        return LogTail::Damaged;
    return hasTail ? LogTail::CutOff : LogTail::Whole;
}
