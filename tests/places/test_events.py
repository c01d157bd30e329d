"""Which of the places that a sentence names its event took place at, from the text to the claim."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coder import RuleCoder
from dateline.model import Claim, EventType, Role, Story
from dateline.resolving.claims import Resolver


@pytest.fixture(scope="module")
def resolver() -> Resolver:
    return Resolver.load()


def claims_of(resolver: Resolver, text: str) -> list[Claim]:
    """The claims of a story of 6 March 2019."""
    (coded,) = RuleCoder().code([Story(id="story", text=text, title=None, published=date(2019, 3, 6))])
    return resolver.resolve(coded)


def first_place(resolver: Resolver, text: str) -> str | None:
    """The words of the first claim's place."""
    place = claims_of(resolver, text)[0].place
    return None if place is None or place.mention is None else place.mention.text


@pytest.mark.parametrize(
    ("text", "place"),
    [
        # A part before its whole, whichever stands nearer.
        ("Gunmen shot dead two policemen in Mogadishu's Hodan district on Monday.", "Hodan"),
        ("A car bomb killed nine people in the Maiduguri suburb of Gwange on Monday.", "Gwange"),
        ("Militants killed four soldiers in Kolofata, Far North region, on Monday.", "Kolofata"),
        # What a distance is measured from.
        (
            "In Mubi, 200 kilometres (125 miles) north of Yola, gunmen killed ten people on Sunday.",
            "Mubi",
        ),
        ("Rebels killed six miners near a village 30 km south of Beni on Sunday.", "Beni"),
        # The event's own clause before the one above it.
        (
            "The army opened an offensive in southern Taiz on Friday, shelling the town of Mokha.",
            "Taiz",
        ),
        # Who is from there, who says so, who acts.
        ("An air strike on Hajjah killed three traders from Marib on Friday.", "Hajjah"),
        ("Five people were killed in Goma on Friday, a diplomat said in Geneva.", "Goma"),
        ("Troops captured Bentiu on Friday and 20 rebels were killed, a spokesman in Juba said.", "Bentiu"),
        # A country that something is done to, and one whose missiles they are.
        ("US missiles killed 12 people in Jalalabad on Friday.", "Jalalabad"),
    ],
)
def test_the_place_of_the_event(resolver: Resolver, text: str, place: str) -> None:
    assert first_place(resolver, text) == place


def test_nothing_leans_on_where_a_speaker_is(resolver: Resolver) -> None:
    text = (
        "Gunmen attacked the town of Djibo on Monday. "
        "A doctor in Ouagadougou told reporters that many were hurt. "
        "At least 12 people were killed."
    )
    last = claims_of(resolver, text)[-1]
    assert last.place is not None
    assert last.place.name == "Djibo"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        # What is fired comes from there and harms people elsewhere.
        ("Rockets fired from Marib killed two farmers in Hajjah on Sunday, police said.", "Hajjah"),
        # Where the reporter writes from.
        (
            "DJIBO, Burkina Faso — Four traders were shot dead in this northern town on Monday, police said.",
            "this northern town",
        ),
    ],
)
def test_where_it_struck_and_where_the_reporter_is(resolver: Resolver, text: str, place: str) -> None:
    assert first_place(resolver, text) == place


def last_place(resolver: Resolver, text: str) -> str | None:
    place = claims_of(resolver, text)[-1].place
    return None if place is None else place.name


def test_a_clause_that_says_when_it_was_sets_no_scene(resolver: Resolver) -> None:
    text = (
        "Gunmen attacked the market of Djibo in Burkina Faso on Monday, killing four traders. "
        "It came a week after the day when troops stormed Dori. "
        "Nine people were wounded, a doctor said."
    )
    assert last_place(resolver, text) == "Djibo"


def test_the_city_is_no_village(resolver: Resolver) -> None:
    text = (
        "Troops entered the city of Gao on Monday. Men who fled shelled the village of Tacharane. "
        "More than 300 families were evacuated from the city on Sunday."
    )
    assert last_place(resolver, text) == "Gao"


def test_where_people_are_kept_afterwards_is_no_scene(resolver: Resolver) -> None:
    text = (
        "Troops captured Bentiu in South Sudan on Monday. "
        "An officer said 40 fighters had given themselves up and were being questioned in Juba."
    )
    assert last_place(resolver, text) == "Bentiu"


def test_the_remaining_people_are_where_the_others_were(resolver: Resolver) -> None:
    text = (
        "On Monday 900 people were evacuated from Goma. Trucks brought food to Bukavu. "
        "Teams are to evacuate the remaining 400 people tomorrow."
    )
    assert last_place(resolver, text) == "Goma"


def test_a_later_kind_of_event_does_not_place_what_came_before(resolver: Resolver) -> None:
    text = (
        "Rebels will leave the city of Goma under an agreement that was signed on Monday. "
        "Under the deal, about 300 people are to be taken by bus to villages in the north on Thursday. "
        "In exchange the rebels are to let food into Bukavu, a town that they have besieged since last year."
    )
    (moved,) = [one for one in claims_of(resolver, text) if one.event.type is EventType.EVACUATION]
    assert moved.place is not None
    assert moved.place.name == "Goma"


def test_an_event_taken_up_again_has_the_day_that_it_was_told_with(resolver: Resolver) -> None:
    text = (
        "In January 1,400 people were evacuated from Goma. On Monday jets bombed Bukavu, killing five. "
        "More than 60 people left the town in that evacuation."
    )
    last = claims_of(resolver, text)[-1]
    assert last.date is not None
    assert (last.date.earliest, last.date.latest) == (date(2019, 1, 1), date(2019, 1, 31))
    assert last.background


def test_who_is_told_by_country_was_detained_abroad(resolver: Resolver) -> None:
    text = (
        "Twenty hurt people were brought from Goma in Congo to hospitals in Gisenyi in Rwanda on Monday. "
        "Shells fell on the town of Rutshuru in Congo, killing four people. "
        "Rwandan soldiers detained two Congolese men who came with the wounded."
    )
    assert last_place(resolver, text) == "Gisenyi"
    own = text.replace("Congolese men", "men")
    assert last_place(resolver, own) == "Rutshuru"


def test_what_is_counted_besides_is_counted_over_the_same_days(resolver: Resolver) -> None:
    text = (
        "The army took Goma on Monday. At least 40 rebels have died there since 20 February, a monitor said. "
        "It said it had also documented the deaths of 12 civilians."
    )
    last = claims_of(resolver, text)[-1]
    assert last.date is not None
    assert last.date.earliest == date(2019, 2, 20)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("“They came back,” Layla Tavin said. A man was wounded near Tavin's shop.", "Goma"),
        ("Among the dead was 1-year-old Malika Corran. Two women were hurt at Corran's home.", "Goma"),
        ("A 7-year-old Goma boy was shot dead on Monday near Lake Kivu, police in Goma said.", "Goma"),
    ],
)
def test_a_person_told_by_his_full_name_is_no_place(resolver: Resolver, text: str, place: str) -> None:
    assert last_place(resolver, f"Gunmen fired at houses in Goma on Monday. {text}") == place


@pytest.mark.parametrize(
    "hospital",
    ["Two of them walked into Kelling Hospital.", "A man died shortly after arriving at Kelling Hospital."],
)
def test_where_the_wounded_went_is_not_where_they_were_shot(resolver: Resolver, hospital: str) -> None:
    text = f"Gunmen shot three men on Monday, police said. {hospital}"
    assert all(claim.place is None for claim in claims_of(resolver, text))


def test_an_older_act_beside_the_news_sets_no_scene(resolver: Resolver) -> None:
    text = (
        "Monday's bombing in Goma came after a bombing in Bukavu on Friday that killed 12 people. "
        "Three soldiers were wounded."
    )
    news, older, wounded = claims_of(resolver, text)
    assert [claim.place and claim.place.name for claim in (news, older, wounded)] == [
        "Goma",
        "Bukavu",
        "Goma",
    ]
    days = [claim.date and claim.date.earliest for claim in (news, older, wounded)]
    assert days == [date(2019, 3, 4), date(2019, 3, 1), date(2019, 3, 4)]


def test_what_befell_somebodys_people_has_its_own_day_and_leaves_the_news_its_own(resolver: Resolver) -> None:
    text = "A woman whose three children were killed on Friday was wounded in Goma on Monday."
    days = {
        claim.tolls[0].harm.value: claim.date and claim.date.earliest for claim in claims_of(resolver, text)
    }
    assert days == {"killed": date(2019, 3, 1), "injured": date(2019, 3, 4)}


def test_an_older_act_without_a_day_is_not_on_the_days_of_the_news(resolver: Resolver) -> None:
    text = "The air strike in Goma on Monday came after a bombing in Bukavu that killed 12 people."
    news, older = claims_of(resolver, text)
    assert (news.place and news.place.name, news.date and news.date.earliest) == ("Goma", date(2019, 3, 4))
    assert (older.place and older.place.name, older.date, older.background) == ("Bukavu", None, True)


def test_hours_before_is_on_the_day_of_the_news(resolver: Resolver) -> None:
    text = "The air strike in Goma on Monday came hours after a bombing that killed 12 people."
    older = claims_of(resolver, text)[-1]
    assert (older.date and older.date.earliest, older.background) == (date(2019, 3, 4), False)


def test_an_interval_says_when_the_older_act_was(resolver: Resolver) -> None:
    older = claims_of(resolver, "The strike on Tuesday came two days after a bombing that killed 12.")[-1]
    assert older.date is not None and older.date.mention is not None
    assert older.date.mention.text.startswith("two days")


def test_the_town_that_a_site_is_called_after_is_no_place_of_its_news(resolver: Resolver) -> None:
    title = "Gunmen kill three - WKLM News 5 - Toledo, Ohio"
    text = f"{title}\n\nGunmen killed three traders on Monday in Columbus. Police gave no names."
    story = Story(id="story", text=text, title=title, published=date(2019, 3, 6))
    (coded,) = RuleCoder().code([story])
    places = {claim.place.name for claim in resolver.resolve(coded) if claim.place is not None}
    assert places == {"Columbus"}


def test_the_day_that_a_place_is_known_for_is_not_the_days_news(resolver: Resolver) -> None:
    text = "Ten people died on Monday in an air strike near Halabja, the site of an April chemical attack."
    for told in (text, text.replace(" on Monday", "")):
        (claim,) = claims_of(resolver, told)
        assert claim.event.type is EventType.AIR_STRIKE
        assert claim.date is not None
        assert claim.date.earliest is not None
        assert claim.date.earliest.month == 3


@pytest.mark.parametrize(
    "text",
    [
        "The coalition conducted 16 airstrikes throughout Raqqa destroying five bridges on Monday.",
        "A rocket hit a shop in the Hamdaniyeh neighbourhood killing three brothers on Monday.",
        "An air strike hit its courtyard killing 14 people on Monday.",
    ],
)
def test_a_place_is_no_perpetrator(resolver: Resolver, text: str) -> None:
    claims = claims_of(resolver, text)
    assert claims
    doers = {a.mention.text for claim in claims for a in claim.actors if a.role is Role.BY}
    assert not doers & {"Raqqa", "the Hamdaniyeh neighbourhood", "its courtyard"}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        # The town of the hospital is not that of the event, nor is a hospital that is not called so.
        ("Two men were shot in Goma on Monday. They died at Heal Clinic and Medical Center in Beni.", "Goma"),
        ("A man was shot in Goma on Monday. He was rushed to Beni and died of his wounds there.", "Goma"),
        ("A man was shot in Goma on Monday. He was pronounced dead at Beni.", "Goma"),
        ("Two men were shot in Goma on Monday. They were taken to Beni in critical condition.", "Goma"),
        ("A policeman was shot in Goma on Monday. He died on the way to Beni.", "Goma"),
        # ... but who were brought there alone is no reason to leave a town out.
        ("Troops were ambushed near Goma on Monday. Five bodies were taken to Beni.", "Beni"),
        ("An air strike hit a hospital in Goma on Monday, killing five people.", "Goma"),
    ],
)
def test_where_the_wounded_were_taken_is_not_where_they_were_hurt(
    resolver: Resolver, text: str, place: str
) -> None:
    assert last_place(resolver, text) == place


@pytest.mark.parametrize(
    ("text", "place", "precision"),
    [
        ("YAKIMA, Wash. (AP) — Three guests were killed when a man opened fire on Sunday.", "YAKIMA", 2),
        ("BUKAVU — Three guests were killed when a man opened fire on Sunday.", "BUKAVU", 2),
        # Agencies file from a capital what happened anywhere, and a place that is told goes before.
        ("KINSHASA (AP) — Three guests were killed when a man opened fire on Sunday.", None, None),
        ("BUKAVU — Three guests were killed when a man opened fire in Goma on Sunday.", "Goma", 1),
    ],
)
def test_what_names_no_place_was_near_where_it_was_filed(
    resolver: Resolver, text: str, place: str | None, precision: int | None
) -> None:
    found = claims_of(resolver, text)[-1].place
    assert (found and found.mention.text, found and found.precision) == (place, precision)


def test_in_a_round_up_a_sentence_leans_on_the_quarter_and_day_named_last(resolver: Resolver) -> None:
    text = (
        "Three people were killed in separate shootings across Chicago over the weekend, police said.\n\n"
        "A man of 24 was on a porch in Austin on Saturday. He was hit in the chest by a bullet.\n\n"
        "In Englewood two teenagers walked home on Sunday. The older boy was hit in the leg by a bullet.\n\n"
        "A woman stood at a bus stop in Pilsen on Monday. She was hit in the neck by a bullet."
    )
    hurt = [one for one in claims_of(resolver, text) if "bullet" in one.quote.text]
    told = [(one.place.mention.text, str(one.date.earliest)) for one in hurt if one.place and one.date]
    assert told == [("Austin", "2019-03-02"), ("Englewood", "2019-03-03"), ("Pilsen", "2019-03-04")]
