"""What two claims are compared by: each field with its levels, each level as a condition in SQL.

This is the definition of the levels. The engine (`engine.py`) hands it to Splink, which scores pairs with
it in DuckDB, explains pairs with it, and estimates weights for it. (What two places of one story are to
each other is asked in `places.py` too, before there are pairs; a test holds the two together.) To add a
field: put its columns into `columns.py`, its levels here, and its weights into linking.yaml.

A condition speaks of the columns of both claims, those of the one ending in `_l` and those of the
other in `_r`, and must come out the same when the two change places. The first level that holds is the
pair's; the last one, without a condition, is for the rest.

The form is that of Fellegi and Sunter (1969), "A Theory for Record Linkage": weights like log odds
that are added up, so that they can be estimated from data and every link explained.
"""

from __future__ import annotations

from dateline.linking import retold
from dateline.linking.families import Kinship
from dateline.linking.levels import Field, field, when
from dateline.linking.names import WHOLE
from dateline.linking.retold import FAR_TOLL, LIKENESS, MONTH, RETOLD, TELLING_TOLL
from dateline.model import Harm

MANY = 10
"""The least toll that two acts of two days hardly have in common, unless it is round."""
RARE = 1.5
"""The rarity (event_families.yaml) from which two acts of one type on one day are hardly two."""
NIGHT = 2
"""Days that a night lies on."""
WEEK = 7
CIVILIANS = "civilians"
"""The kind of actors that is no side of a war."""


# What other fields ask too

_IN_STORY = "story_l = story_r"
_SAME_TYPE = "event_l = event_r"
_FAMILY = "(family_l & event_r) <> 0"
_KIN = "(kin_l & event_r) <> 0"

# How their days lie

_DATED = "(first_day_l IS NOT NULL AND first_day_r IS NOT NULL)"
_GAP = "(greatest(first_day_l, first_day_r) - least(last_day_l, last_day_r))"
_LONGEST = "(greatest(last_day_l - first_day_l, last_day_r - first_day_r) + 1)"
# For how many days a state of the two types lasts; some last as long as what they are told with.
_LASTS = """(CASE WHEN lasts_with_l THEN lasts_r WHEN lasts_with_r THEN lasts_l
    ELSE least(lasts_l, lasts_r) END)"""
_RECALLED = "((background_l AND first_day_l IS NULL) OR (background_r AND first_day_r IS NULL))"

# Apart, but one hangs on its story's publication ("on Monday"), and what happened does not go on daily.
_FAR = f"({_DATED} AND {_GAP} > greatest(1, {_LASTS}))"
_DAILY = "(daily_l OR daily_r)"
_LEANING = f"({_FAR} AND (leaning_l OR leaning_r) AND NOT {_DAILY})"

# In which words

# What an act led to, or is said of it, is told in the same words as much else.
_ASIDE = f"""({_IN_STORY} OR ({_KIN} AND NOT (harmed_l AND harmed_r))
    OR ({_FAR} AND (leaning_l OR leaning_r) AND {_DAILY}))"""
WORDS = field(
    "words",
    *retold.WORDS,
    ("aside", _ASIDE),
    ("none", f"{LIKENESS} < few_words_l"),
    ("few", f"{LIKENESS} < some_words_l"),
    ("some", f"{LIKENESS} < several_words_l"),
    ("several", f"{LIKENESS} < many_words_l"),
    ("many", f"{LIKENESS} < most_words_l"),
    otherwise="most",
)
# From how many words one of two days, or places, may be wrong. (A pair of kin is put aside before its place
# is looked at, what goes on daily behind it.)
_MANY_WORDS = when(f"NOT {_ASIDE}", f"{LIKENESS} >= many_words_l")
_SEVERAL_WORDS = when(f"NOT {_ASIDE}", f"{LIKENESS} >= several_words_l")
_OTHER_PLACE_WORDS = when(
    f"NOT ({_IN_STORY} OR ({_KIN} AND NOT (harmed_l AND harmed_r)))", f"{LIKENESS} >= several_words_l"
)

# Places

KNOWN = "extent_l IS NOT NULL AND extent_r IS NOT NULL"
_COUNTRY = "(extent_l = 'country' OR extent_r = 'country')"
_POINTS = "(extent_l = 'point' AND extent_r = 'point')"
_AREA = "(extent_l = 'area' OR extent_r = 'area')"
_AREAS = "(extent_l = 'area' AND extent_r = 'area')"
_LISTED = "coalesce(geonameid_l = geonameid_r, FALSE)"
_KM = "distance_km(latitude_l, longitude_l, latitude_r, longitude_r)"
_OTHER_COUNTRY = "coalesce(country_l <> country_r, FALSE)"
_OTHER_PROVINCE = "coalesce(admin1_l <> admin1_r, FALSE)"
_OFF_MAP = f"""({KNOWN} AND NOT {_COUNTRY} AND (extent_l = 'off-map' OR extent_r = 'off-map'
    OR ({_POINTS} AND NOT {_LISTED} AND {_KM} IS NULL)))"""
_HERE = f"({_POINTS} AND ({_LISTED} OR coalesce({_KM} <= exact_km_l, FALSE)))"
_REACHED = f"coalesce({_KM} <= radius_km_l + radius_km_r, TRUE)"
_AREA_REACHED = f"""({_AREA} AND NOT {_COUNTRY} AND NOT {_OFF_MAP} AND (({_AREAS} AND {_LISTED})
    OR ({_REACHED} AND NOT {_OTHER_COUNTRY} AND NOT {_OTHER_PROVINCE})))"""
# Of acts so rare that there are hardly two: a town that bears its province's name may stand for it ("the gas
# attack in Idlib"), and a region that is no province may reach over a border.
_NAMESAKES = f"""({_POINTS} AND namesake_l <> namesake_r AND NOT {_OTHER_COUNTRY}
    AND coalesce(admin1_l = admin1_r, FALSE))"""
_BORDERS = f"""({_AREA} AND NOT {_AREAS} AND NOT {_COUNTRY} AND NOT {_OFF_MAP} AND {_OTHER_PROVINCE}
    AND NOT {_OTHER_COUNTRY} AND (fuzzy_l OR fuzzy_r)
    AND coalesce({_KM} <= radius_km_l + radius_km_r, FALSE))"""
# A paper may leave out a part of a name, as in (Qasr) al-Bureij.
_PART_OF = """((len(name_words_{0}) <= len(name_words_{1}) AND longest_word_{0} >= {2}
    AND list_has_all(name_words_{1}, name_words_{0})))"""
_NAMED_ALIKE = f"""(place_name_l = place_name_r OR {_PART_OF.format("l", "r", WHOLE)}
    OR {_PART_OF.format("r", "l", WHOLE)}
    OR (CASE WHEN consonants_l = consonants_r THEN TRUE
        ELSE name_likeness(consonants_l, consonants_r) >= likeness_l END))"""

_STANDS_FOR = f"greatest(rarity_l, rarity_r) >= {RARE} AND ({_NAMESAKES} OR {_BORDERS})"
_ONE_PLACE = (
    ("country", f"{KNOWN} AND {_COUNTRY} AND NOT {_OTHER_COUNTRY}"),
    ("same", when(f"{_HERE} OR ({_OFF_MAP} AND NOT {_OTHER_COUNTRY})", _NAMED_ALIKE)),
    # A street or a shop that is not on the map may lie in any town.
    (
        "unknown",
        f"""NOT ({KNOWN}) OR (scene_l <> scene_r AND {_OFF_MAP} AND NOT {_AREA}
            AND NOT {_OTHER_COUNTRY} AND NOT {_OTHER_PROVINCE})""",
    ),
    ("same-town", _HERE),
    ("near", f"{_POINTS} AND coalesce({_KM} <= radius_km_l + radius_km_r, FALSE)"),
    ("same-area", f"{_AREAS} AND {_AREA_REACHED}"),
    (
        "within",
        f"{_AREA_REACHED} OR ({_OFF_MAP} AND {_AREA} AND NOT {_OTHER_COUNTRY} AND NOT {_OTHER_PROVINCE})",
    ),
    ("stands-for", _STANDS_FOR),
)
_OTHER_PLACE = (
    ("same-province", f"{_OFF_MAP} AND NOT {_OTHER_COUNTRY} AND coalesce(admin1_l = admin1_r, FALSE)"),
    ("unlike-name", f"{_OFF_MAP} AND NOT {_OTHER_COUNTRY} AND NOT {_OTHER_PROVINCE}"),
    (
        "around",
        f"{_POINTS} AND NOT {_OFF_MAP} AND admin1_l = admin1_r AND country_l IS NOT DISTINCT FROM country_r",
    ),
)
# Where the words speak for one event, what speaks against one place is likely wrong.
_RETOLD_PLACE = tuple(
    (level, when(f"NOT ({_STANDS_FOR})", condition) if level in retold.TWO_PLACES else condition)
    for level, condition in retold.PLACE
)
PLACE = field(
    "place",
    *(*_RETOLD_PLACE, *_ONE_PLACE, ("misplaced", _OTHER_PLACE_WORDS), *_OTHER_PLACE),
    otherwise="elsewhere",
)

# Days

DAYS = field(
    "days",
    *retold.DAYS,
    ("undated", _RECALLED),
    ("unknown", f"NOT {_DATED}"),
    ("followed-up", when(f"{_LEANING} AND {_GAP} <= {MONTH}", _SEVERAL_WORDS)),
    ("misdated", when(_LEANING, _MANY_WORDS)),
    ("leaning", _LEANING),
    ("apart", _FAR),
    ("lasting", f"{_GAP} > 0 AND {_LASTS} > 1"),
    ("adjacent", f"{_GAP} > 0"),
    ("assumed", "assumed_l OR assumed_r"),
    ("same", f"{_LONGEST} <= {NIGHT}"),
    ("overlap", f"{_LONGEST} <= {WEEK}"),
    ("loose", f"{_LONGEST} <= greatest({MONTH}, {_LASTS})"),
    otherwise="vague",
)

# Events

EVENT = field(
    "event",
    (Kinship.SAME.value, _SAME_TYPE),
    (Kinship.FAMILY.value, _FAMILY),
    (Kinship.KIN.value, _KIN),
    otherwise=Kinship.UNLIKE.value,
)

# Who

_BOTH_NAMED = "len(doers_l) > 0 AND len(doers_r) > 0"
_SIDES_APART = "(sides_l <> 0 AND sides_r <> 0 AND (sides_l & sides_r) = 0)"
_CROSSED = "(list_has_any(doers_l, victims_r) OR list_has_any(doers_r, victims_l))"
_OPPOSED = f"""(one_sided_l AND one_sided_r AND asserted_l AND asserted_r AND {_SIDES_APART}
    AND NOT (list_contains(doer_kinds_l, '{CIVILIANS}') OR list_contains(doer_kinds_r, '{CIVILIANS}'))
    AND greatest(rarity_l, rarity_r) < {RARE})"""
DOER = field(
    "doer",
    ("same", "list_has_any(doers_l, doers_r)"),
    # In a fight each side is doer and victim; only in one-sided violence does it speak against.
    ("crossed", f"{_BOTH_NAMED} AND {_SAME_TYPE} AND {_CROSSED}"),
    # Shells of the one side and air strikes of the other are two acts, unless they are so rare that who did
    # it is in dispute.
    ("opposed", _OPPOSED),
    ("other", f"({_BOTH_NAMED}) OR {_SIDES_APART}"),
    ("alike", "list_has_any(doer_kinds_l, doer_kinds_r)"),
    otherwise="unknown",
)

# How many


def _harms(condition: str, joined: str) -> str:
    return "(" + f" {joined} ".join(f"({condition.format(harm.value)})" for harm in Harm) + ")"


_SHARED = _harms("{0}_low_l IS NOT NULL AND {0}_low_r IS NOT NULL", "OR")
_SAME_TOLL = _harms(f"coalesce({{0}}_low_l = {{0}}_low_r AND {{0}}_low_l >= {TELLING_TOLL}, FALSE)", "OR")
_EQUAL_TOLL = _harms("coalesce({0}_low_l = {0}_low_r AND {0}_low_l > 0, FALSE)", "OR")
# As many people a day later, where a day hangs on the publication: the same people, likely.
_MANY_ALIKE = _harms(
    f"coalesce({{0}}_low_l = {{0}}_low_r AND {{0}}_low_l >= {MANY} AND {{0}}_low_l % {MANY} <> 0, FALSE)",
    "OR",
)
_FAR_TOLL = _harms(
    "{0}_low_l IS NULL OR {0}_low_r IS NULL OR ({0}_high_l IS NOT NULL AND {0}_high_r IS NOT NULL"
    f" AND greatest({{0}}_low_l, {{0}}_low_r) > {FAR_TOLL} * greatest(1, least({{0}}_high_l, {{0}}_high_r)))",
    "AND",
)
_OTHER_TOLL = _harms("coalesce({0}_low_l <> {0}_low_r, FALSE)", "OR")
_LIKELY_ONE_DAY = when(
    _LEANING, f"(CASE WHEN {_GAP} <= {MONTH} THEN {_SEVERAL_WORDS} ELSE {_MANY_WORDS} END)"
)
TOLL = field(
    "toll",
    *retold.TOLL,
    ("unknown", f"NOT {_SHARED}"),
    (
        "next-day",
        when(
            f"{_DATED} AND {_GAP} = 1 AND (leaning_l OR leaning_r) AND {_MANY_ALIKE}",
            f"{LIKENESS} >= few_words_l",
        ),
    ),
    (
        "other-day",
        f"{_DATED} AND {_GAP} > 0 AND NOT ({_LIKELY_ONE_DAY} AND NOT {_OTHER_TOLL})",
    ),
    ("same", _SAME_TOLL),
    ("far", _FAR_TOLL),
    otherwise="alike",
)

# In which story, at what

# What one story is mainly about, its claims tell together.
_MAINLY = f"({_IN_STORY} AND main_l AND main_r AND retold_l AND retold_r)"
STORY = field("story", ("main", _MAINLY), ("same", "lineage_l = lineage_r"), otherwise="other")
TARGET = field("target", ("shared", "list_has_any(targets_l, targets_r)"), otherwise="other")

FIELDS: tuple[Field, ...] = (
    *(PLACE, DAYS, EVENT, DOER, TOLL, STORY, TARGET, WORDS),
    *(retold.PUBLISHED, retold.AGES, retold.OUTLET),
)
"""The fields whose levels have weights in linking.yaml."""

# What keeps two claims apart, whatever else speaks for one incident

# Two quarters of one town have the town's point both, and only their names apart; one act may be told
# of both, two kinds of act are two.
_PLACE_IN_STORY = field("place", *_ONE_PLACE, *_OTHER_PLACE, otherwise="elsewhere").case
_QUARTERS = f"{_PLACE_IN_STORY} = 'same-town' AND geonameid_l IS NULL AND geonameid_r IS NULL"
# One story that names two places means two, but for acts so rare that two names of one are likelier.
_TWO_NAMES = f"""{_PLACE_IN_STORY} IN ('unlike-name', 'same-province')
    AND NOT (({_SAME_TYPE} OR {_FAMILY}) AND greatest(rarity_l, rarity_r) >= {RARE})"""

APART = field(
    "apart",
    ("types exclude each other", "(opposites_l & event_r) <> 0"),
    ("one story, two places", when(_IN_STORY, f"{_PLACE_IN_STORY} IN ('elsewhere', 'around')")),
    ("one story, two days", when(_IN_STORY, f"({_FAR} AND NOT (assumed_l OR assumed_r))")),
    ("one story, two names", when(_IN_STORY, f"({_TWO_NAMES})")),
    ("one story, two sides", f"{_IN_STORY} AND {_OPPOSED} AND NOT {_EQUAL_TOLL}"),
    ("one story, two quarters", when(f"{_IN_STORY} AND event_l <> event_r", f"({_QUARTERS})")),
    otherwise="no",
)
"""Not weighed: a pair of any level but the last is never of one incident."""

COUNTED_ONCE = {"pair_likeness": LIKENESS, "pair_km": _KM}
"""What many levels ask of a pair and costs much, by the name under which it is kept beside the pair."""

WORTH_COMPARING = f"""(story_l = story_r OR {RETOLD}
    OR ((event_l = event_r OR ((family_l | kin_l) & event_r) <> 0)
        AND (NOT {_DATED} OR {_GAP} <= greatest(1, {_LASTS})
            OR {when(_LEANING, f"{LIKENESS} >= some_words_l")})))"""
"""What is cheap to rule out among the pairs of a block, most of which are a few days apart."""
