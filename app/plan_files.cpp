#include "app/plan_files.h"

#include "app/arguments.h"
#include "app/output.h"
#include "store/rescue.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(commandline)
};

Error withWayOut(Error error, const QString& path) {
    if (error.kind == Error::Kind::File && isRescuable(path))
        error.message += u'\n' + Text::tr("It stays as it is; “mesos-upgrade-plan rescue FILE NEW” makes a new file of "
                                          "what can be trusted in it.");
    return error;
}

Result<Said> inPlanFile(const QString& path, const Scribe& scribe, const PlanFileWork& work) {
    const auto file = PlanFile::open(path, scribe);
    if (!file)
        return tl::make_unexpected(withWayOut(file.error(), path));
    Result<Said> said = work(**file);
    if (const QString warning = (*file)->cutOffWarning(); said && !warning.isEmpty())
        said->err.prepend(terminalText(warning + u'\n'));
    return said;
}

} // namespace

Result<Said> inPlanFile(const QString& path, const PlanFileWork& work) {
    return inPlanFile(path, {}, work);
}

Result<Said> byWhomIn(const Call& call, const PlanFileWork& work) {
    Scribe scribe;
    if (call.parser.isSet(arguments::by()))
        scribe.name = call.parser.value(arguments::by()).trimmed();
    if (scribe.name.isEmpty())
        return requestError(Text::tr("--by needs a name."));
    return inPlanFile(call.words.constFirst(), scribe, work);
}

Result<QString> freshPlanFile(const QString& wished) {
    const bool hasSuffix = QFileInfo(wished).suffix() == QLatin1String("mesosplan");
    if (!hasSuffix && formatOfFile(wished))
        return requestError(Text::tr("%1 is the name of a report; a plan file ends in .mesosplan.").arg(wished));
    const QString file = hasSuffix ? wished : wished + QStringLiteral(".mesosplan");
    if (QFileInfo::exists(file))
        return requestError(Text::tr("%1 is there already; choose another name.").arg(file));
    return file;
}

Said saidOfFile(const QString& wished, const QString& file) {
    if (file == wished)
        return {};
    return {{}, terminalText(Text::tr("Written to %1.").arg(file) + u'\n')};
}
