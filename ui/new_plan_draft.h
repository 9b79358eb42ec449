#pragma once

#include "core/plan.h"
#include "core/route.h"

#include <QObject>

#include <optional>

/// What people have said so far about a plan that is to be made.
struct NewPlanDraft {
    QString from; ///< as it was typed
    QString to;
    RouteKind route = RouteKind::EveryRelease; ///< also where both kinds are the same way
    Answers answers;      ///< also of questions that the way no longer needs: they count again when it does
    QString file;         ///< empty: the suggested one
    Overlay overlay = {}; ///< the team's own steps

    bool operator==(const NewPlanDraft&) const = default;
};

/// The draft and all that follows from it: what the pages of the wizard show and change. It needs no window. Owned by
/// the wizard; the catalogue has to outlive it.
class DraftedPlan final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DraftedPlan)

public:
    DraftedPlan(const Catalogue& catalogue, const NewPlanDraft& draft, QObject* parent = nullptr);

    /// With the team's own steps.
    const Catalogue& catalogue() const { return m_known; }
    const NewPlanDraft& draft() const { return m_draft; }

    void setVersions(const QString& from, const QString& to);
    void setRoute(RouteKind route);
    void setAnswer(const QString& question, Answer answer);
    /// Answers every question of a group with no, or gives back what was answered before. What a no answers along with
    /// it keeps its own answer, which counts again when the no is taken back.
    void setNone(const QString& group, bool none);
    void setFile(const QString& path);
    /// Empty: without. One that will not do is not taken over, and overlayFault() says why.
    void setOverlay(const Overlay& overlay);
    QString overlayFault() const { return m_overlayFault; }

    /// What is wrong with a version, said where it was chosen; empty when nothing is. With a wrong source only what is
    /// wrong with the target whatever runs.
    QString sourceFault() const;
    QString targetFault() const;

    /// The plan as it would be made now; null while a version is wrong.
    const Plan* plan() const { return m_plan ? &*m_plan : nullptr; }
    /// What the last answer changed: "cgroups isolation: no → steps: 4 fewer"; empty before the first, and after
    /// another change.
    QString lastChange() const { return m_lastChange; }
    /// Why there is only one way, as a sentence; empty when there are two.
    QString onlyWay() const;
    /// Why another version than the wanted one is the better target, a sentence each, the gravest reason first; and
    /// that version. Both empty where nothing speaks for another.
    QStringList reasonsAgainstTarget() const;
    QString betterTarget() const;
    /// All that can be reached: from the source, or while that is wrong from the oldest version known. For people who
    /// have not chosen yet; the answers count.
    std::optional<Plan> outlook() const;
    /// Answers other than unsure to questions that this way does not ask: "cgroups isolation: yes". They are kept.
    QStringList mootAnswers() const;
    /// The questions of the group, by its title, that the way needs, in the order they are asked.
    QList<PlanQuestion> questionsOfGroup(const QString& group) const;
    /// The same without those that a more general one has answered.
    QList<PlanQuestion> askedOfGroup(const QString& group) const;
    /// Whether all of those are answered with no.
    bool isNone(const QString& group) const;

    /// Where the plan will be written: what people chose, or a name in their documents that is not taken.
    QString file() const;

Q_SIGNALS:
    /// Versions, way, an answer or the team's steps are other than before, and with them the plan.
    void changed();

private:
    /// `answered` is what was said, when it was an answer.
    void rebuild(const QString& answered = {});
    QString faultOfTargetAlone() const;
    QString answerInWords(const QString& question, Answer answer) const;

    const Catalogue& m_catalogue;
    Catalogue m_known; ///< the same with the team's own steps
    QString m_overlayFault;
    NewPlanDraft m_draft;
    QString m_fault;
    QString m_lastChange;
    std::optional<Plan> m_plan;
    QMap<QString, Answers> m_beforeNone; ///< by group: what setNone() took away
};
