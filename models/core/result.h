#pragma once

#include <QString>

#include <tl/expected.hpp>

/// What went wrong, as one translated sentence that can be shown as it is. The kind is what callers branch on: the
/// command line turns it into its exit status.
struct Error {
    enum class Kind {
        Request, ///< what was asked for is wrong: unknown release, answer, step …
        File,    ///< a file is not what it should be; the message starts with `file:line:column:` where there is such a
                 ///< place
        System,  ///< reading, writing or asking failed
    };
    Kind kind = Kind::Request;
    QString message;
};

/// A value, or the reason why there is none. The only error channel of this program.
template <typename T = void> using Result = tl::expected<T, Error>;

inline tl::unexpected<Error> requestError(const QString& message) {
    return tl::make_unexpected(Error{Error::Kind::Request, message});
}
inline tl::unexpected<Error> fileError(const QString& message) {
    return tl::make_unexpected(Error{Error::Kind::File, message});
}
inline tl::unexpected<Error> systemError(const QString& message) {
    return tl::make_unexpected(Error{Error::Kind::System, message});
}
