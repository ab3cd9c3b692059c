"""A candidate for an expression, and the words around it: what the guards look at."""

from __future__ import annotations

from service.record import record
from service.text.tokens import Tokens

DATE_PREPOSITIONS = frozenset(
    """in on of by since until till from to through throughout during for before after around about between and or
    early late mid last next this that each every past the , ( - – — &""".split()
)
CLAUSE_ENDS = frozenset(
    {"", ".", ",", ";", ")", "and", "but", "when", "?", "!", "''", '"', "”", "by", "in", "at", "-", "--", "—", "–"}
)
# What may follow a phrase that is whole: the end of a clause, or the subject or verb of one.
PHRASE_ENDS = CLAUSE_ENDS | frozenset(
    """he she it they we i you the a an his her its their my our this that there is was were are will would has had have
    can could as of on to from with for""".split()
)
WITHIN = frozenset({"of", "in", "during", "for", "throughout", "through", "over", "on", "until"})
POSSESSIVES = frozenset({"his", "her", "their", "my", "your", "our"})
COUNTED = frozenset(
    """% percent people men women troops soldiers votes points miles dollars pounds euros francs yen marks shares
    tons tonnes feet meters metres km kilometers kilometres barrels jobs workers employees homes houses children cattle
    sheep deer students units cars guns aircraft tanks million billion trillion hundred thousand degrees megawatts acres
    pages copies rounds deaths times words cases others players""".split()
)
ARTICLES = frozenset({"the", "a", "an", "its", "his", "her", "their", "our", "my", "your", "this", "that"})
GOES_ON = frozenset("the a he she it they we his her their its there all with".split())
NOT_COMPLEMENTS = frozenset("over with without for from to on as because under against near during despite if".split())
FINITE = frozenset("is was are were will has had there since until from".split())


@record
class Site:
    """A candidate: tokens ``first`` to ``last`` (exclusive), which a rule has matched."""

    tokens: Tokens
    first: int
    last: int

    def before(self, back: int = 1) -> str:
        """The lower-cased word that many tokens before it, "" at the edge."""
        at = self.first - back
        return self.tokens.lower[at] if at >= 0 else ""

    def after(self, ahead: int = 0) -> str:
        """The lower-cased word that many tokens after it, "" at the edge."""
        at = self.last + ahead
        return self.tokens.lower[at] if at < len(self.tokens.lower) else ""

    def touches_before(self) -> bool:
        """No space between it and the token before."""
        return self.first > 0 and self.tokens.ends[self.first - 1] == self.tokens.starts[self.first]

    def touches_after(self) -> bool:
        """No space between it and the token after."""
        return self.last < len(self.tokens.words) and self.tokens.starts[self.last] == self.tokens.ends[self.last - 1]
