"""Names and titles that are made of the words of the calendar: "Friday Harbor", "the Sunday Times", "60 Minutes"."""

from __future__ import annotations

from service.temporal.guards.site import Site

# What a name that begins with a word of the calendar goes on with.
_TAILS = frozenset(
    """harbor harbour island islands park lake lakes bay beach springs falls creek hill hills valley mountain river
    boulevard street road avenue lane drive square times post telegraph standard herald journal tribune gazette
    mirror express chronicle observer mail star magazine review revolution movement monarchy war wars uprising
    massacre accords crisis offensive rising rebellion club league institute foundation group party brigade
    committee live olympics palace agreement coup bank college university school hospital church company corp. inc.
    inc corporation society close crescent terrace gardens show""".split()
)
# What a name that ends with one begins with.
_HEADS = frozenset(
    "black bloody sheffield usa prague arab high girl freaky ruby velvet blue manic stormy long silent super".split()
)
_CAPITALISED = frozenset(
    """january february march april may june july august september october november december jan feb mar apr jun
    jul aug sep
    sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri
    sat sun
    mondays tuesdays wednesdays thursdays fridays saturdays sundays
    twenties thirties forties fifties sixties seventies eighties nineties""".split()
)
_OPENERS = frozenset(". ! ? : ; = == | # \" ' “ ‘ `` ( - -- – — _ ` '' * • [".split())
_MAY_END = frozenset({"a.m.", "p.m.", "inc.", "corp.", "co.", "ltd.", "u.s.", "etc."})  # … and a sentence with them
_AROUND = 8  # tokens on each side that tell whether a line is written in capitals


def is_name(site: Site) -> bool:
    """Whether the candidate is a name, or part of one, and no expression of time."""
    words = site.tokens.words
    last = words[site.last - 1]
    if (last == "minute" and site.after() in _TINY) or _is_in_link(site):
        return True
    if not (words[site.first][:1].isupper() or last[:1].isupper()):
        return _is_compound(site)
    return _has_tail(site) or _has_head(site) or _is_title(site) or _is_compound(site) or _is_thing(site)


def _is_in_link(site: Site) -> bool:
    """Part of a web address, a path or an e-mail address."""
    text, start, end = site.tokens.text, site.tokens.starts[site.first], site.tokens.ends[site.last - 1]
    if (start == 0 or text[start - 1] not in _LINKING) and text[end : end + 1] not in _LINKED:
        return False
    before = text[max(0, start - _LONGEST_LINK) : start].rpartition(" ")[2].rpartition("\n")[2]
    after = text[end : end + _LONGEST_LINK].partition(" ")[0].partition("\n")[0]
    return "://" in before or "\\" in before or before.startswith(("www.", "/")) or "@" in before + after


_OWNING = frozenset({"'", "’", "'s", "’s", "'S", "’S"})
_LINKING = frozenset("/\\_=&@-.?#+")
_LINKED = _LINKING | {"."}
_LONGEST_LINK = 200  # characters
_TINY = frozenset("quantity quantities amount amounts trace traces fraction proportion dose particle particles".split())


def _has_tail(site: Site) -> bool:
    """A name goes on after it: "Friday Harbor"; a surname goes on with "'s War" too."""
    tokens = site.tokens
    at = site.last
    if at >= len(tokens.words):
        return False
    if tokens.words[at] in _OWNING:
        at += 1
        if at >= len(tokens.words):
            return False
    elif not tokens.words[at][0].isupper():
        return False  # most expressions
    if tokens.words[site.last - 1].isdigit():
        return False
    if site.before() in ("the", "a") and _goes_on_as_name(site):
        return True
    if _is_sunday_paper(site):
        return True
    following = tokens.words[at : at + 2]
    if not following[0][0].isupper():
        return False
    if following[0].lower() in ("night", "evening", "morning", "afternoon"):
        return len(following) == 2 and following[1][0].isupper() and not _in_headline(site)
    if following[0] in ("O", "D", "Mc", "Mac") and following[1:] in (["'"], ["’"]):
        return True  # "April O'Neil"
    return following[0].lower() in _TAILS


def _goes_on_as_name(site: Site) -> bool:
    """ "the Thursday Murder Club": capitals up to a word that ends names."""
    for word in site.tokens.words[site.last : site.last + 4]:
        if not word[0].isupper():
            return False
        if word.lower() in _TAILS:
            return True
    return False


def _is_sunday_paper(site: Site) -> bool:
    """ "the Sunday Argus reported": papers of that day; "the Sunday Premier League match" was on one."""
    words = site.tokens.words
    if words[site.first : site.last] != ["Sunday"] or site.before() != "the":
        return False
    name, after = words[site.last], words[site.last + 1 : site.last + 2]
    return (
        name[1:].islower() and name.lower() not in _KNOWN and not (after and after[0][0].isupper()) and _in_prose(site)
    )


def _has_head(site: Site) -> bool:
    """A name began before it: "Black September"."""
    if site.last - site.first > 1 and site.tokens.lower[site.first] not in _CAPITALISED:
        return site.tokens.lower[site.first] in _HEADS and site.after() in ("shoppers", "sales", "deals")
    before = site.tokens.words[site.first - 1] if site.first > 0 else ""
    if not before[:1].isupper():
        return False
    return before.lower() in _HEADS or (before.lower() in _WISHES and site.tokens.lower[site.first] in _FEASTS)


_WISHES = frozenset("merry happy white blue father".split())  # "Merry Christmas", "White Christmas", "Father Christmas"


def _is_title(site: Site) -> bool:
    """Common words with capitals in the middle of a sentence: "60 Minutes", "The Weekly Standard", "High Noon"."""
    tokens = site.tokens
    if site.before() in _QUOTES and site.last - site.first > 1 and _is_quoted_title(site):
        return True
    for i in range(site.first, site.last):
        word = tokens.words[i]
        if word in ("Day", "Days", "Years") and tokens.lower[i - 1] in _COUNTERS and i > site.first:
            return _in_prose(site)
        title = word[0].isupper() and word[-1].islower() and tokens.lower[i].rstrip(".") not in _KNOWN
        if title and not _opens(site, i) and tokens.lower[i - 1] not in _NAMED.get(word, ()):
            return _in_prose(site)
    return False


def _is_quoted_title(site: Site) -> bool:
    """ "On the programme “This Week With …”": a quotation in the middle of a sentence, with capitals and no comma."""
    words = site.tokens.words
    inside = site.first > 1 and words[site.first - 2][-1].isalnum() and words[site.first - 2] not in _MAY_END
    titled = [word for word in words[site.first + 1 : site.last] if word.lower() not in _KNOWN]
    return inside and bool(titled) and all(word[0].isupper() for word in titled)


_QUOTES = frozenset({'"', "“", "``", "‘"})
_NAMED = {"Night": frozenset({"twelfth", "burns", "bonfire", "fawkes"}), "Week": frozenset({"holy"})}
_PROPER = frozenset(
    """christmas thanksgiving easter halloween hanukkah passover ramadan diwali juneteenth pentecost epiphany yule
    xmas day
    eve good friday palm ash maundy shrove mardi gras ascension new year years labor memorial martin luther king
    presidents
    president columbus mother mothers father fathers valentine valentines veterans veteran armistice remembrance
    bastille
    election inauguration all saints saint patrick patricks independence yom kippur rosh hashanah eid al fitr adha
    groundhog
    boxing black cyber fourth eastern pacific central mountain ad bc michaelmas candlemas martinmas lammas whit whitsun
    monday sunday trinity holy saturday lady midsummer twelfth burns bonfire guy fawkes souls george georges
    andrew andrews david davids stephen stephens anzac australia canada patriot patriots earth fool fools""".split()
)

_KNOWN = _CAPITALISED | _PROPER


def _opens(site: Site, at: int) -> bool:
    """Whether the token opens a sentence, a quotation or a line."""
    tokens = site.tokens
    if at == 0 or tokens.words[at - 1] in _OPENERS or tokens.lower[at - 1] in _MAY_END:
        return True
    return "\n" in tokens.text[tokens.ends[at - 1] : tokens.starts[at]]


def _in_prose(site: Site) -> bool:
    """Whether the longer words around it are mostly small: a headline has them in capitals."""
    words = site.tokens.words
    near = words[max(0, site.first - _AROUND) : site.first] + words[site.last : site.last + _AROUND]
    long = [word for word in near if len(word) > 3 and word.isalpha()]
    return sum(word[0].islower() for word in long) * 2 >= len(long) and bool(long)


def _in_headline(site: Site) -> bool:
    """Whether most of the longer words before it have capitals, too."""
    words = site.tokens.words[max(0, site.first - _AROUND) : site.first]
    long = [word for word in words if len(word) > 3 and word.isalpha()]
    return sum(word[0].isupper() for word in long) * 2 > len(long)


def _is_compound(site: Site) -> bool:
    """One word with a hyphen and another word after it: "a noon-marker"."""
    if site.last - site.first > 1 or site.after() not in ("-", "‐") or not site.touches_after():
        return False
    word = site.tokens.words[site.first]
    return word.isalpha() and site.after(1).isalpha() and word[0].islower() and site.after(1) not in _JOINED


_COUNTERS = frozenset(
    "the two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundred thousand".split()
)


def _is_thing(site: Site) -> bool:
    """What goes with a day is no day: "Christmas trees", "Sunday school"; nor is "the Feb file" a month."""
    if site.last - site.first > 1:
        return False
    word, after = site.tokens.lower[site.first], site.after()
    if word in _FEASTS:
        return after in _FARE
    if word.endswith("day"):
        return after in ("school", "schools", "roast", "roasts")
    return len(word) == 3 and word in _CAPITALISED - {"may"} and site.before() in ("the", "a") and after.isalpha()


_FEASTS = frozenset({"christmas", "easter", "halloween", "thanksgiving", "xmas"})
_FARE = frozenset(
    """tree trees egg eggs card cards carol carols gift gifts present presents market markets pudding puddings cake
    cakes turkey turkeys costume costumes decorations lights bunny bunnies basket baskets bonnet bonnets stocking
    stockings cracker crackers jumper jumpers song songs lily lilies pageant tale play hymn hymns""".split()
)
_JOINED = frozenset(
    """ago earlier later long old end day night morning evening afternoon time to and through or based only""".split()
)
