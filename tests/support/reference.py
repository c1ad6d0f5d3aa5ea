"""A second scorer, for tests only: written from method.md part 1 alone, by plain recursion, whatever it costs.

It shares no code with the real one but the records and the value tables. Where the two differ, one of them has misread
the law. The numbers in brackets are rulings of 1.5, 1.6 and 1.8.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction as F
from itertools import product

from hustings.answers.events import Answer, State, Value
from hustings.pack.conditions import AllOf, AnyOf, Comparison, Condition, Contains, Not, OneOf, names
from hustings.pack.item_values import OptionValues, Points
from hustings.pack.model import Domain, Gate, Item, Pack
from hustings.pack.questionnaire import Question
from support.campaigns import every_value

LO, PT, HI = 0, 1, 2
WORST_TO_BEST = {"control": (F(0), F(0), F(1)), "exposure": (F(1), F(1), F(0))}


@dataclass(frozen=True)
class Reference:
    """One assessment. `raised`: controls lifted for a what-if; `cap`: values capped by evidence; `zeroed`: N/A as 0."""

    pack: Pack
    answers: Mapping[str, Answer]
    raised: Mapping[str, F]
    by_evidence: bool = False

    # applicability

    def answer(self, name: str) -> Answer:
        return self.answers.get(name, Answer(State.BLANK))

    def applies(self, name: str) -> bool | None:
        """False: out by a condition or an N/A parent. None: nobody knows [2]."""
        question = self.pack.questions[name]
        truth = self.truth(question.when) if question.when else {True}
        if truth == {False} or (question.follows and self.out(question.follows.question)):
            return False
        inherited = self.applies(question.follows.question) if question.follows else True
        return None if len(truth) == 2 or inherited is None else True

    def out(self, name: str) -> bool:
        return self.applies(name) is False or self.is_na(name)

    def is_na(self, name: str) -> bool:
        """A recorded N/A counts, unless the parent implies 0 or may yet do so [2, 3]."""
        return self.answer(name).state is State.NA and self.applies(name) is not False and self.surely_opened(name)

    def surely_opened(self, name: str) -> bool:
        follows = self.pack.questions[name].follows
        if follows is None:
            return True
        parent = follows.question
        if self.applies(parent) is not True or not self.surely_opened(parent):
            return False
        if self.raised.get(parent, F(0)) >= self.opens(name):
            return True  # what was recorded below a raised parent is in force again [22]
        said = self.said(parent)
        return bool(said) and all(of(self.pack.items[parent], v) >= self.opens(name) for v in said)

    def said(self, name: str) -> tuple[Value, ...]:
        answer = self.answer(name)
        return (answer.value,) if answer.state is State.ANSWERED and answer.value is not None else answer.votes

    def truth(self, condition: Condition) -> set[bool]:
        """All the truth values a condition can still take."""
        asked = names(condition)
        return {
            self.holds(condition, dict(zip(asked, world, strict=True)))
            for world in product(*(self.possible(name) for name in asked))
        }

    def possible(self, name: str) -> tuple[Value | None, ...]:
        if self.out(name):
            return (None,)
        everything = every_value(self.pack.questions[name])
        if self.applies(name) is None:
            return (None, *everything)
        return self.said(name) or (*((None,) if self.pack.questions[name].na else ()), *everything)

    def holds(self, condition: Condition, world: Mapping[str, Value | None]) -> bool:
        match condition:
            case Not(part):
                return not self.holds(part, world)
            case AllOf(parts):
                return all(self.holds(part, world) for part in parts)
            case AnyOf(parts):
                return any(self.holds(part, world) for part in parts)
            case _ if world[condition.question] is None:
                return False
            case OneOf(question, choices):
                return world[question] in choices
            case Contains(question, choice):
                return choice in world[question]  # type: ignore[operator]
            case Comparison(question, order, level):
                left, right = (self.rung(question, x) for x in (world[question], level))
                return {">=": left >= right, "<=": left <= right, ">": left > right, "<": left < right}[order]

    def rung(self, name: str, value: object) -> F:
        """Levels compare by the option's value where there is one, else by its place [9]."""
        if isinstance(value, F):
            return value
        item = self.pack.items.get(name)
        if item is not None and isinstance(item.values, OptionValues):
            return item.values.of(str(value))
        return F([choice.id for choice in self.pack.questions[name].choices].index(str(value)))

    # values

    def opens(self, name: str) -> F:
        follows = self.pack.questions[name].follows
        assert follows is not None
        parent = self.pack.items[follows.question]
        if follows.level is not None:
            return worth(parent, follows.level)
        options = parent.values.options if isinstance(parent.values, OptionValues) else ()
        return min((value for _, value in options if value > 0), default=F(1, 10**9))

    def value(self, name: str, which: int) -> F | None:
        """What an item counts in one of the three evaluations; None: it is not there."""
        item = self.pack.items[name]
        found = self.before_lifting(item, which)
        if found is None:
            return None
        if self.by_evidence and item.kind == "control":
            found = min(found, self.pack.rubric.judgements.evidence_cap[self.answer(name).grade])
        return max(found, self.raised.get(name, F(0))) if item.kind == "control" else found

    def before_lifting(self, item: Item, which: int) -> F | None:
        name, follows = item.question, self.pack.questions[item.question].follows
        if self.out(name):
            return None
        if self.applies(name) is None:
            return WORST_TO_BEST[item.kind][which]
        if follows is not None:
            if self.unknown(follows.question) and self.raised.get(follows.question, F(0)) < self.opens(name):
                return WORST_TO_BEST[item.kind][which]
            above = self.claimed(follows.question, which)
            if above is None or above < self.opens(name):
                return F(0)
        said = sorted(of(item, v) for v in self.said(name))
        if not said:
            return WORST_TO_BEST[item.kind][which]
        worst_first = said if item.kind == "control" else said[::-1]
        return worst_first[(0, (len(said) - 1) // 2, -1)[which]]

    def claimed(self, name: str, which: int) -> F | None:
        """Implied zeros come from the claimed answers [14]."""
        return Reference(self.pack, self.answers, self.raised).value(name, which)

    def unknown(self, name: str) -> bool:
        """Don't know, blank, of unknown applicability, or below such a parent that is not lifted."""
        if self.applies(name) is None:
            return True
        follows = self.pack.questions[name].follows
        if follows is not None:
            if self.implied(name):
                return False
            lifted = self.raised.get(follows.question, F(0)) >= self.opens(name)
            if self.unknown(follows.question) and not lifted:
                return True
        return not self.said(name)

    def implied(self, name: str) -> bool:
        """Below its level in every evaluation."""
        follows = self.pack.questions[name].follows
        if follows is None or self.applies(name) is not True:
            return False
        if self.implied(follows.question):
            return follows.question not in self.raised or self.raised[follows.question] < self.opens(name)
        above = self.claimed(follows.question, HI)
        return not self.unknown(follows.question) and above is not None and above < self.opens(name)

    # the index

    def met(self, condition: Condition, which: int) -> bool | None:
        """None: every clause was deleted [10]."""
        match condition:
            case Comparison(question, _, level):
                found = self.value(question, which)
                return None if found is None else found >= worth(self.pack.items[question], level)
            case AllOf(parts) | AnyOf(parts):
                left = [met for met in (self.met(part, which) for part in parts) if met is not None]
                return (all if isinstance(condition, AllOf) else any)(left) if left else None
            case _:
                raise TypeError(condition)

    def fails(self, gate: Gate, which: int) -> bool:
        active = gate.when is None or self.met(gate.when, which) is not False
        return active and self.met(gate.needs, which) is False

    def mean(self, domain: Domain, kind: str, which: int) -> F | None:
        found = [
            (i.weight, v) for i in domain.items if i.kind == kind and (v := self.value(i.question, which)) is not None
        ]
        return sum((w * v for w, v in found), F(0)) / sum(w for w, _ in found) if found else None

    def exposure(self, domain: Domain, which: int) -> F:
        alpha = self.pack.rubric.alpha.value
        found = [v for i in domain.of_kind("exposure") if (v := self.value(i.question, which)) is not None]
        mean = self.mean(domain, "exposure", which)
        return F(1) if mean is None else (1 - alpha) * mean + alpha * max(found)

    def readiness(self, domain: Domain, which: int) -> F | None:
        """r_d: gates are judged on worst values for pt as well [8]."""
        maturity, t0 = self.mean(domain, "control", which), self.pack.rubric.t0.value
        if maturity is None:
            return None
        plain = min(F(1), maturity / (t0 + (1 - t0) * self.exposure(domain, which)))
        judged = HI if which == HI else LO
        return min([plain, *(g.cap for g in self.pack.rubric.gates if g.scope == domain.id and self.fails(g, judged))])

    def residual(self, domain: Domain, which: int) -> F | None:
        maturity, t0 = self.mean(domain, "control", which), self.pack.rubric.t0.value
        if maturity is None:
            return None
        exposure, judged = self.exposure(domain, which), HI if which == HI else LO
        caps = [g.cap for g in self.pack.rubric.gates if g.scope == domain.id and self.fails(g, judged)]
        good = min([maturity, *(cap * (t0 + (1 - t0) * exposure) for cap in caps)])
        return exposure * (1 - self.pack.rubric.eta.value * good)

    def raw(self, which: int) -> F:
        lam, found = self.pack.rubric.lambda_.value, list[tuple[F, F]]()
        for domain in self.pack.rubric.domains:
            r = self.readiness(domain, which)
            found += [(domain.weight, r)] if r is not None else []
        average = sum((w * r for w, r in found), F(0)) / sum(w for w, _ in found)
        return 100 * ((1 - lam) * average + lam * min(r for _, r in found))

    def index(self, which: int) -> F:
        judged = HI if which == HI else LO
        caps = [g.cap for g in self.pack.rubric.gates if g.scope == "index" and self.fails(g, judged)]
        return min([self.raw(which), *caps])

    # how much is known

    def share(self, domain: Domain, kind: str, *, with_dont_know: bool) -> F | None:
        there = [i for i in domain.items if i.kind == kind and self.value(i.question, PT) is not None]
        done = [i for i in there if self.done(i.question, with_dont_know=with_dont_know)]
        return sum((i.weight for i in done), F(0)) / sum(i.weight for i in there) if there else None

    def done(self, name: str, *, with_dont_know: bool) -> bool:
        """Answered, or implied; for completion also: nothing is left to ask [13]."""
        return self.said_all(name) if with_dont_know else not self.unknown(name)

    def said_all(self, name: str) -> bool:
        """Whether the question was put and answered somehow, or cannot be put because of a "don't know"."""
        question = self.pack.questions[name]
        if self.out(name) or self.implied(name):
            return True
        hidden = self.applies(name) is None or (
            question.follows is not None and self.unknown(question.follows.question)
        )
        if hidden and not self.opened_by_a_vote(question):
            parents = (
                *(names(question.when) if question.when else ()),
                *((question.follows.question,) if question.follows else ()),
            )
            return all(self.said_all(parent) for parent in parents)
        return self.answer(name).state is not State.BLANK or self.hidden_by_votes(question)

    def hidden_by_votes(self, question: Question) -> bool:
        """The room did answer: some vote on the parent leaves this unasked [24, 42]."""
        if question.follows is None or self.answer(question.follows.question).state is not State.UNRESOLVED:
            return False
        above = self.pack.items[question.follows.question]
        return any(of(above, vote) < self.opens(question.id) for vote in self.said(question.follows.question))

    def opened_by_a_vote(self, question: Question) -> bool:
        return (
            question.follows is not None
            and self.applies(question.id) is True
            and bool(self.said(question.follows.question))
            and not self.unknown(question.follows.question)
        )

    def coverage(self, domain: Domain, *, with_dont_know: bool = False) -> F | None:
        shares = [self.share(domain, kind, with_dont_know=with_dont_know) for kind in ("control", "exposure")]
        known = [share for share in shares if share is not None]
        return None if shares[0] is None else sum(known, F(0)) / len(known)

    def confidence(self, domain: Domain) -> F | None:
        """EC_d over what is claimed: None and implied zeros take no part [25, 43]."""
        kappa, found = self.pack.rubric.judgements.evidence_kappa, self.claims(domain)
        shown = [i.weight * kappa[self.answer(i.question).grade] for i in found]
        return sum(shown, F(0)) / sum(i.weight for i in found) if found else None

    def claims(self, domain: Domain) -> list[Item]:
        return [i for i in domain.of_kind("control") if not self.unknown(i.question) and self.value(i.question, PT)]

    def backed(self, domain: Domain) -> int:
        """Shown, and shown as far as it is claimed [43, 59]."""
        cap, count = self.pack.rubric.judgements.evidence_cap, 0
        for item in self.claims(domain):
            grade, claimed = self.answer(item.question).grade, self.value(item.question, PT)
            assert claimed is not None
            count += grade > 0 and cap[grade] >= claimed
        return count

    # gates, findings and open points

    def word(self, gate: Gate) -> str:
        """One of four, in this order [37]."""
        if self.met(gate.needs, LO) is None or (gate.when is not None and self.met(gate.when, LO) is False):
            return "no_concern"
        if not self.fails(gate, LO):
            return "met"
        return "not_met" if self.fails(gate, HI) else "open"

    def unsatisfied(self, condition: Condition, which: int) -> set[str]:
        """Items of unsatisfied clauses inside unsatisfied groups [17]."""
        if self.met(condition, which) is not False:
            return set()
        if isinstance(condition, AllOf | AnyOf):
            return set().union(*(self.unsatisfied(part, which) for part in condition.parts))
        return set(names(condition))

    def graver(self, name: str) -> set[str]:
        """The gates that are not met because of a control, at best [37]."""
        return {
            g.id for g in self.pack.rubric.gates if self.word(g) == "not_met" and name in self.unsatisfied(g.needs, HI)
        }

    def marked(self, name: str) -> bool:
        """N/A was recorded for it or for something it follows."""
        follows = self.pack.questions[name].follows
        above = follows is not None and self.marked(follows.question)
        return above or self.answer(name).state is State.NA

    def is_known(self, name: str) -> bool:
        """Answered, disputed, or implied by a parent that is known; a recorded N/A below it says nothing [26, 40]."""
        return self.value(name, PT) is not None and not self.unknown(name) and not self.marked(name)

    def is_open(self, name: str) -> bool:
        """It counts, and nobody knows."""
        return self.value(name, PT) is not None and self.unknown(name)

    def known_exposure(self, domain: Domain) -> F:
        """X_d of S: of what is known alone; 1/2 if that is nothing [39]."""
        there = [i for i in domain.of_kind("exposure") if self.value(i.question, PT) is not None]
        known = [(i.weight, self.value(i.question, PT)) for i in there if not self.unknown(i.question)]
        if not known:
            return F(1, 2) if there else F(1)
        alpha, values = self.pack.rubric.alpha.value, [value for _, value in known if value is not None]
        mean = sum((w * v for (w, _), v in zip(known, values, strict=True)), F(0)) / sum(w for w, _ in known)
        return (1 - alpha) * mean + alpha * max(values)


def of(item: Item, value: Value | None) -> F:
    return item.values.of(value)  # type: ignore[arg-type]  # drawn answers fit their items


def worth(item: Item, level: str | F) -> F:
    if isinstance(level, str):
        return of(item, level)
    return item.values.of(level) if isinstance(item.values, Points) else level


def reference(pack: Pack, answers: Mapping[str, Answer], raised: Mapping[str, F] | None = None) -> Reference:
    return Reference(pack, answers, raised or {})


def average(pack: Pack, shares: Mapping[str, F | None]) -> F | None:
    """Over the domains that have a figure, by their weights."""
    found = [(d.weight, share) for d in pack.rubric.domains if (share := shares[d.id]) is not None]
    return sum((w * s for w, s in found), F(0)) / sum(w for w, _ in found) if found else None


def assured(pack: Pack, answers: Mapping[str, Answer]) -> F:
    return Reference(pack, answers, {}, by_evidence=True).index(PT)


def leverage(pack: Pack, answers: Mapping[str, Answer]) -> F:
    """R minus R with the N/A controls, and the follow-ups removed with them, at 0 [15]."""
    now = reference(pack, answers)
    zero = {
        item.question: Answer(
            State.ANSWERED, next(v for v in every_value(pack.questions[item.question]) if of(item, v) == 0)
        )
        for item in pack.items.values()
        if item.kind == "control" and now.is_na(item.question)
    }
    return now.index(PT) - reference(pack, {**answers, **zero}).index(PT)


def gain(pack: Pack, answers: Mapping[str, Answer], name: str) -> F:
    """Alone: the control at its target, its prerequisites and its parent at their own levels [16]."""
    item = pack.items[name]
    options = [v for _, v in item.values.options] if isinstance(item.values, OptionValues) else [item.target]
    raised = dict[str, F]()
    today = reference(pack, answers)
    lift(today, name, min(v for v in options if v >= item.target), raised)
    return reference(pack, answers, raised).index(PT) - today.index(PT)


def lift(today: Reference, name: str, to: F, raised: dict[str, F]) -> None:
    """What does not apply today, or nobody knows to apply, or is marked as N/A, asks for nothing [23, 40]."""
    if today.out(name) or today.applies(name) is None or today.marked(name):
        return
    raised[name] = max(to, raised.get(name, F(0)))
    for need in today.pack.items[name].requires:
        lift(today, need.question, need.value, raised)
    follows = today.pack.questions[name].follows
    if follows is not None:
        lift(today, follows.question, today.opens(name), raised)
