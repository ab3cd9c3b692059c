"""Verb groups: auxiliaries and the main verb they belong to, with tense, aspect, voice and negation.

"may not have been told" is one group whose main verb is "told". Tense and aspect are TimeML's (1.2.1, section 2.3).
"""

from __future__ import annotations

from itertools import pairwise
from typing import Final, Literal

from service.events.words.lexicon import LEXICON, verb_base
from service.events.words.verbs import NEGATIONS
from service.record import record
from service.text.sentences import Sentence
from service.text.tagset import ADVERB, FINITE, INVARIANT
from service.text.tokens import Tokens

Tense = Literal["PAST", "PRESENT", "FUTURE", "INFINITIVE", "PRESPART", "PASTPART", "NONE"]
Aspect = Literal["NONE", "PERFECTIVE", "PROGRESSIVE", "PERFECTIVE_PROGRESSIVE"]
Voice = Literal["active", "passive"]

_NEGATED: Final = frozenset({"not", "never", "longer"})  # before what is not done, "longer" only after "no"
_NO_MORE: Final = ["no", "longer"]
_BE: Final = frozenset({"be", "is", "are", "was", "were", "been", "being", "am", "'s", "’s", "'re", "’re", "'m", "’m"})
_HAVE: Final = frozenset({"have", "has", "had", "having", "'ve", "’ve", "'d", "’d", "'s", "’s"})
_DO: Final = frozenset({"do", "does", "did"})
_AUXILIARIES: Final = _BE | _HAVE | _DO
_ASKING: Final = _DO | {"has", "have", "had"}
_STARTS: Final = frozenset("MD TO VB VBD VBG VBN VBP VBZ".split())
_PRONOUNS: Final = frozenset({"PRP", "EX"})
_GOES_ON: Final = _STARTS | ADVERB | _PRONOUNS
_SUBJECT: Final = frozenset("DT JJ NN NNS NNP NNPS PRP PRP$ CD POS".split())
_SUBJECT_LIMIT: Final = 8  # tokens


@record
class VerbGroup:
    """Tokens ``first`` up to (not including) ``last``, the main verb at ``token``.

    ``tense`` is that of the first verb (FUTURE for will and going to); ``modal`` the modal or semi-modal as written
    ("may", "have to"), None where there is none. ``finite``: the group can be a clause's verb on its own.
    """

    token: int
    first: int
    last: int
    tense: Tense
    aspect: Aspect
    voice: Voice
    modal: str | None
    negated: bool
    finite: bool
    lemma: str


def find_verb_groups(tokens: Tokens, sentences: list[Sentence], tags: list[str]) -> list[VerbGroup]:
    """The verb groups in text order; linear in the number of tokens."""
    groups: list[VerbGroup] = []
    places = [i for i, tag in enumerate(tags) if tag in _STARTS]
    at = 0
    for sentence in sentences:
        found: list[VerbGroup] = []
        begin, done, bare = at, sentence.first, False
        while at < len(places) and places[at] < sentence.last:
            at += 1
        for i in places[begin:at]:
            if i < done or (tags[i] == "TO" and not _is_infinitive(tags, i, sentence.last)):
                continue
            bare = bare or tags[i] == "VBN"
            group = _group_at(tokens, tags, i, sentence.last)
            found.append(group)
            done = max(group.last, i + 1)
        groups += _with_finite_participles(tokens, tags, sentence, found) if bare else found
    return groups


def _is_infinitive(tags: list[str], to: int, last: int) -> bool:
    after = to + 1
    while after < last and tags[after] in ADVERB:
        after += 1
    return after < last and tags[after] in {"VB", "VBP"}


def _group_at(tokens: Tokens, tags: list[str], first: int, last: int) -> VerbGroup:
    """The group that begins at token ``first``: as many verbs as belong together, with the adverbs between them."""
    lower = tokens.lower
    chain = [first]
    negated = trailing = False
    at = first + 1
    if (tags[first] == "MD" or lower[first] in _ASKING) and _asks(tags, first):
        at = _after_subject(tags, at, last)
    while at < last:
        tag, word = tags[at], lower[at]
        if tag not in _GOES_ON and word not in NEGATIONS:
            break  # nearly always
        if word in NEGATIONS or lower[at - 1 : at + 1] == _NO_MORE:
            trailing = True
        elif tag in ADVERB or (tag in _PRONOUNS and _inverts(lower, tags, chain, first)):
            pass
        elif tag == "TO" and _is_infinitive(tags, at, last) and _is_semi_modal(lower, chain):
            chain.append(at)
        elif (tag[:2] == "VB" or tag == "MD") and _continues(lower, tags, chain[-1], at):
            chain.append(at)
            negated, trailing = negated or trailing, False
        else:
            break
        at += 1
    if trailing and (tags[chain[-1]] == "MD" or lower[chain[-1]] in _AUXILIARIES):
        negated = True  # "is not available"; but "agreed not to strike" agrees
    if first and not negated and lower[first - 1] in _NEGATED:
        negated = lower[first - 1] != "longer" or lower[max(first - 2, 0) : first] == _NO_MORE
    return _described(tokens, tags, chain, negated)


def _asks(tags: list[str], first: int) -> bool:
    """Whether an auxiliary opens a question: "did the minister resign?", "why has the dam failed?"."""
    before = tags[first - 1] if first else "."
    return before in {".", "WRB", "``", "''", ":", ","}


def _after_subject(tags: list[str], at: int, last: int) -> int:
    """Where the verb of a question stands after its subject; ``at`` itself if none follows at once."""
    end = at
    while end < last and end - at < _SUBJECT_LIMIT and tags[end] in _SUBJECT:
        end += 1
    return end if end > at and end < last and tags[end] in {"VB", "VBN"} else at


def _inverts(lower: list[str], tags: list[str], chain: list[int], first: int) -> bool:
    """A question's order: "did he say", "will they be tried"."""
    before = lower[first - 1] if first else ""
    auxiliary = tags[chain[-1]] == "MD" or lower[chain[-1]] in _DO
    return len(chain) == 1 and auxiliary and tags[first - 1 if first else 0] not in _PRONOUNS and before != "to"


def _is_semi_modal(lower: list[str], chain: list[int]) -> bool:
    """Whether "to" after the chain continues it: have to, going to, used to, ought to."""
    verb = lower[chain[-1]]
    if verb in {"going", "gonna"}:
        return len(chain) > 1 and lower[chain[-2]] in _BE
    return verb in {"have", "has", "had", "ought"} or (verb == "used" and len(chain) == 1)


def _continues(lower: list[str], tags: list[str], before: int, at: int) -> bool:
    """Whether the verb at ``at`` belongs to the auxiliary at ``before``."""
    verb, tag = lower[before], tags[at]
    if tags[before] in {"MD", "TO"}:
        return tag in {"VB", "VBP", "VBD", "VBN"} and (
            tag != "VBN" or lower[at] in {"cut", "put", "set", "hit", "come"}
        )
    if verb in _DO:
        return tag in {"VB", "VBP"}
    if verb in _HAVE and tag in {"VBN", "VBD"}:
        return not (verb in {"'s", "’s"} and tags[before] == "POS")
    if verb in _BE:
        return tag in {"VBN", "VBG", "VBD"} and (lower[at] == "considering" or lower[at] not in LEXICON.prepositions)
    return verb in {"get", "gets", "got", "getting"} and tag == "VBN"


def _described(tokens: Tokens, tags: list[str], chain: list[int], negated: bool) -> VerbGroup:
    lower = tokens.lower
    main, first = chain[-1], chain[0]
    lemma, finite = verb_base(lower[main]), tags[first] in FINITE
    if main == first:  # most groups
        alone: Voice = "passive" if tags[main] == "VBN" else "active"
        tense = _tense(lower, tags, chain)
        return VerbGroup(main, first, main + 1, tense, "NONE", alone, None, negated, finite, lemma)
    perfect = progressive = passive = False
    modal: str | None = None
    future = False
    aspect: Aspect = "NONE"
    for verb, following in pairwise(chain):
        word, next_tag = lower[verb], tags[following]
        negated = negated or word == "cannot"
        if tags[verb] == "MD":
            future = LEXICON.modals.get(word) == "future"
            modal = None if future else word
        elif next_tag == "TO":
            future = word in {"going", "gonna"}
            modal = modal if future else f"{verb_base(word)} to" if word != "used" else "used to"
            progressive = progressive and not future
        elif word in _HAVE and (next_tag in {"VBN", "VBD"}) and not _stands_for_is(lower, verb, following):
            perfect = True
        elif word in _BE or word in {"get", "gets", "got", "getting"}:
            progressive = progressive or next_tag == "VBG"
            passive = passive or next_tag in {"VBN", "VBD"}
    if perfect:
        aspect = "PERFECTIVE_PROGRESSIVE" if progressive else "PERFECTIVE"
    elif progressive:
        aspect = "PROGRESSIVE"
    tense = "FUTURE" if future else _tense(lower, tags, chain)
    voice: Voice = "passive" if passive else "active"
    return VerbGroup(main, first, main + 1, tense, aspect, voice, modal, negated, finite, lemma)


def _stands_for_is(lower: list[str], verb: int, following: int) -> bool:
    """Whether "'s" is "is": "he's expected to meet her"."""
    return (
        lower[verb] in {"'s", "’s"} and lower[following] in _EXPECTED and lower[following + 1 : following + 2] == ["to"]
    )


_EXPECTED: Final = frozenset(
    "expected supposed scheduled meant bound said believed thought set likely designed".split()
)


def _tense(lower: list[str], tags: list[str], chain: list[int]) -> Tense:
    first = tags[chain[0]]
    if first == "MD":
        return "PRESENT"
    if first == "VBD" or (
        first == "VB" and len(chain) == 1 and lower[chain[0]] in INVARIANT and _has_subject(tags, chain[0])
    ):
        return "PAST"
    if first in {"VBZ", "VBP"}:
        return "PRESENT"
    if first == "TO" or first == "VB":
        return "INFINITIVE"
    if first == "VBG":
        return "PRESPART"
    return "PASTPART" if first == "VBN" else "NONE"


def _has_subject(tags: list[str], i: int) -> bool:
    """Whether a noun or a comma stands before a form like "cut", which then is the past tense of its own clause."""
    return i > 0 and tags[i - 1] in {"NN", "NNS", "NNP", ",", "RBR", "CD"}


def _with_finite_participles(
    tokens: Tokens, tags: list[str], sentence: Sentence, groups: list[VerbGroup]
) -> list[VerbGroup]:
    """Past forms that were taken for participles though their clause has no other verb become its finite verb.

    "The bridge, built in 1932, collapsed": the last one is the clause's verb. "She rose and denied it": both are.
    """
    bare = [n for n, g in enumerate(groups) if not g.finite and tags[g.first] == "VBN" and g.token == g.first]
    if not bare or sentence.heading:
        return groups
    out = list(groups)
    lower = tokens.lower
    verbless = not any(g.finite for g in groups)
    for n in bare:
        group = groups[n]
        before = lower[group.first - 1] if group.first > sentence.first else ""
        after = lower[group.last] if group.last < sentence.last else ""
        joined = before in {"and", "but", "or"} and n > 0 and _is_plain_past(out[n - 1])
        joined = joined or _follows_subject(tokens, tags, sentence.first, group.first)
        alone = verbless and n == bare[-1] and group.first > sentence.first
        if after != "by" and (joined or alone) and group.lemma not in {"be", "base"}:
            out[n] = _as_past(group)
    return out


def _follows_subject(tokens: Tokens, tags: list[str], begin: int, first: int) -> bool:
    """Whether a name or a nominative pronoun stands right before: "Ortega last visited", "they also denied"."""
    i = first - 1
    while i > begin and (tags[i] in ADVERB or tokens.lower[i] == "last"):
        i -= 1
    return i >= begin and (tags[i] == "NNP" or tokens.lower[i] in {"he", "she", "they", "we", "i", "who"})


def _is_plain_past(group: VerbGroup) -> bool:
    return group.finite and group.tense == "PAST" and group.aspect == "NONE" and group.voice == "active"


def _as_past(group: VerbGroup) -> VerbGroup:
    return VerbGroup(
        token=group.token,
        first=group.first,
        last=group.last,
        tense="PAST",
        aspect="NONE",
        voice="active",
        modal=None,
        negated=group.negated,
        finite=True,
        lemma=group.lemma,
    )
