"""How many people came to which harm."""

from __future__ import annotations

import pytest

from tests.coding.reader import Reader


@pytest.mark.parametrize(
    ("sentence", "tolls"),
    [
        ("Rebels killed 12 soldiers.", ["killed 12 combatant"]),
        ("At least 14 soldiers were killed in the clash.", ["killed 14+ combatant"]),
        ("The raid killed no fewer than 11 police officers.", ["killed 11+ combatant"]),
        ("More than 30 people were wounded.", ["injured 30+"]),
        ("Dozens of villagers were killed in the raid.", ["killed 24+ civilian"]),
        ("Scores of people were killed in the shelling.", ["killed 40+"]),
        ("Hundreds of residents fled the town.", ["displaced 200+ civilian"]),
        ("About 40 people were injured in the blast.", ["injured ~40"]),
        ("Nearly 3,500 people have been displaced by the fighting.", ["displaced ~3500"]),
        ("Between 20 and 30 fighters were killed in the ambush.", ["killed 20-30 combatant"]),
        ("Some 15 to 20 fighters died in the battle.", ["killed ~15-20 combatant"]),
        ("Up to 60 people were killed in the attack.", ["killed -60"]),
        ("Fewer than ten people were hurt.", ["injured -10"]),
        ("Twenty-five civilians were killed when shells hit the market.", ["killed 25 civilian"]),
        ("Two hundred and fifty people were killed in the massacre.", ["killed 250"]),
        ("Half a dozen policemen were wounded in the explosion.", ["injured 6 combatant"]),
        ("1.5 million people have been displaced.", ["displaced 1500000"]),
        ("A further six people were killed.", ["killed 6"]),
        ("Over 3 000 villagers were killed.", ["killed 3000+ civilian"]),
        ("Nearly 150 000 people were displaced.", ["displaced ~150000"]),
        (
            "Nine people were wounded and an unspecified number of others killed.",
            ["injured 9"],
        ),
    ],
)
def test_numbers_as_news_words_them(read: Reader, sentence: str, tolls: list[str]) -> None:
    assert read.tolls(sentence) == tolls


@pytest.mark.parametrize(
    ("sentence", "tolls"),
    [
        ("Gunmen killed a woman and two children in the village.", ["killed 3 civilian"]),
        ("The bomb killed a man, his wife and three daughters.", ["killed 5"]),
        ("A 12-year-old girl was killed by a sniper.", ["killed 1 civilian"]),
        ("Sixty rebels and 21 soldiers were killed.", ["killed 60 combatant", "killed 21 combatant"]),
        ("Three of his associates were arrested.", ["captured 3"]),
        ("Two journalists were abducted on Friday.", ["captured 2 civilian"]),
        ("The ambush killed 25 government forces.", ["killed 25 combatant"]),
        ("A mortar round killed the three siblings and their mother.", ["killed 4 civilian"]),
        (
            "The drone killed two men from the village council and four men from the tribal guard.",
            ["killed 2", "killed 4"],
        ),
        ("The strike killed nine people, most of them fighters.", ["killed 9 mixed"]),
    ],
)
def test_who_is_counted(read: Reader, sentence: str, tolls: list[str]) -> None:
    assert read.tolls(sentence) == tolls


@pytest.mark.parametrize(
    ("sentence", "tolls"),
    [
        (
            "A shell killed 12 people, including five children and two women.",
            ["killed 12", "killed 5 civilian of them", "killed 2 civilian of them"],
        ),
        ("Seventeen people died, among them four medics.", ["killed 17", "killed 4 civilian of them"]),
        ("Twenty people were killed, three of them children.", ["killed 20", "killed 3 civilian of them"]),
        ("A further seven, among them four women, were killed.", ["killed 7", "killed 4 civilian of them"]),
        (
            "Four children and three women were among the dead.",
            ["killed 4 civilian of them", "killed 3 civilian of them"],
        ),
        ("Of the dead, 17 were civilians.", ["killed 17 civilian of them"]),
        ("Fourteen of the dead were rebels.", ["killed 14 combatant of them"]),
        (
            "Four children and three women were among those killed.",
            ["killed 7 civilian of them"],
        ),
        (
            "Thirty people were killed: 27 civilians, and three members of a militia.",
            ["killed 30", "killed 27 civilian of them", "killed 3 of them"],
        ),
    ],
)
def test_a_part_is_told_from_its_whole(read: Reader, sentence: str, tolls: list[str]) -> None:
    assert read.tolls(sentence) == tolls


@pytest.mark.parametrize(
    ("sentence", "tolls"),
    [
        ("The bombing killed 20 people and wounded 55.", ["killed 20", "injured 55"]),
        ("20 killed, 55 wounded in market bombing.", ["killed 20", "injured 55"]),
        ("The shelling left six people dead and 11 injured.", ["killed 6", "injured 11"]),
        ("The blast killed and wounded dozens of people.", ["injured 24+", "killed 24+"]),
        ("Fifty people were wounded or missing after the raid.", ["injured -50", "missing -50"]),
        ("Gunmen shot dead three men.", ["killed 3"]),
        ("30 Villagers Killed Dozens Injured in Rocket Attack", ["killed 30 civilian", "injured 24+"]),
        (
            "Four guards had been killed and the raid allowed prisoners to escape.",
            ["killed 4"],
        ),
        ("The attackers killed four guards, wounding two others.", ["killed 4", "injured 2"]),
        (
            "Twenty people were killed and more than fifty injured when a car bomb exploded.",
            ["killed 20", "injured 50+"],
        ),
    ],
)
def test_each_harm_has_its_own_people(read: Reader, sentence: str, tolls: list[str]) -> None:
    assert read.tolls(sentence) == tolls


@pytest.mark.parametrize(
    ("sentence", "tolls"),
    [
        ("The death toll rose to 31.", ["killed 31"]),
        ("The death toll from the bombing rose from 15 to 18.", ["killed 18"]),
        ("The number of wounded rose to 107.", ["injured 107"]),
        ("The shelling left a toll of 12 dead and 30 wounded.", ["killed 12", "injured 30"]),
        ("The blast claimed the lives of at least 63 people.", ["killed 63+"]),
        ("The deaths of 12 miners were confirmed.", ["killed 12 civilian"]),
        ("Rescuers recovered 14 bodies from the rubble.", ["killed 14"]),
        ("The army lost 23 men in the battle.", ["killed 23"]),
    ],
)
def test_nouns_that_tell_a_toll(read: Reader, sentence: str, tolls: list[str]) -> None:
    assert read.tolls(sentence) == tolls


@pytest.mark.parametrize(
    ("sentence", "tolls"),
    [
        ("Around 600 people were evacuated from the old city.", ["evacuated ~600"]),
        ("Twelve fighters surrendered to the army.", ["surrendered 12 combatant"]),
        ("The army arrested 45 suspects.", ["captured 45"]),
        ("Rebels are holding 30 soldiers hostage.", ["captured 30 combatant"]),
        ("Four people are missing.", ["missing 4"]),
        ("About 200 people remain trapped in the besieged district.", ["besieged ~200"]),
        # in the middle of a verb of several words
        ("Rebels took 40 conscripts prisoner near the dam.", ["captured 40 combatant"]),
        ("Police took five bakers into custody after the riot.", ["captured 5 civilian"]),
        ("Militiamen beat two students to death.", ["killed 2 civilian"]),
        ("The group burned three captives alive.", ["killed 3"]),
        ("Three captives were burned alive by the group.", ["killed 3"]),
        ("The blast put at least nine people in hospital.", ["injured 9+"]),
        ("The shelling went on, and the ministry sent 20 doctors to the hospital.", []),
        ("Troops took nine villages and a bridge.", []),
    ],
)
def test_people_who_were_moved_taken_or_shut_in(read: Reader, sentence: str, tolls: list[str]) -> None:
    assert read.tolls(sentence) == tolls


@pytest.mark.parametrize(
    ("sentence", "tolls"),
    [
        ("No one was hurt in the attack.", ["injured 0"]),
        ("Nobody was killed in the explosion.", ["killed 0"]),
        ("There were no casualties.", ["injured 0", "killed 0"]),
        ("The strike caused no injuries.", ["injured 0"]),
        ("The mortar fire wounded no one.", ["injured 0"]),
    ],
)
def test_nobody_is_a_toll_of_zero_and_negates(read: Reader, sentence: str, tolls: list[str]) -> None:
    claim = read.claim(sentence)
    assert (claim.status, claim.tolls) == ("negated", tolls)


def test_no_news_of_casualties_is_no_zero(read: Reader) -> None:
    assert read.tolls("There were no immediate reports of casualties.") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Three years of war have ruined the city.",
        "The bomb went off 12 kilometres from the border.",
        "The men, aged between 15 and 55, were arrested.",
        "James Okello, 71, spoke after the attack.",
        "The base was attacked in 2013.",
        "On May 12 rebels shelled the base.",
        "Rebels shelled the town for the 17th day.",
        "Rebels destroyed four tanks.",
        "Six fighter planes bombed the town.",
        "The 3rd brigade attacked the village.",
        "The raid cost $2 million.",
        "Police confiscated 200 rifles.",
        "A five-member panel accused the army of torture.",
        "A rebel-held town was shelled.",
        "Police tried to arrest two men.",
        "Several thousand homes were destroyed.",
        "Aid reached three besieged hilltop towns.",
        "Warplanes carried out airstrikes including one near a clinic.",
    ],
)
def test_numbers_that_count_no_people_harmed(read: Reader, sentence: str) -> None:
    assert read.tolls(sentence) == []


@pytest.mark.xfail(strict=True, reason="told as two tolls without a number")
def test_at_least_some_killed_or_wounded_is_no_toll_of_either(read: Reader) -> None:
    assert read.tolls("At least five were killed or wounded.") == []


@pytest.mark.parametrize(
    ("sentence", "tolls"),
    [
        (
            "Police arrested a rebel leader along with three suspected fighters.",
            ["captured 1 combatant", "captured 3 combatant"],
        ),
        ("The wounded man, his cousin, 58, was taken to hospital.", []),
        ("A fifth child lost both legs when a mine exploded.", ["injured 1 civilian"]),
        ("His wife, 44, was evacuated from the camp.", []),
        ("Her brother, who works at the mill, was not hurt.", []),
        ("The army said it had not killed 50 villagers.", []),
        ("About 80 hostages remain in the camp, a third of whom are believed to be dead.", []),
        ("The rebels freed 40 hostages, most of whom were wounded.", []),
        ("The blast wounded 40 people, 12 of whom died.", ["injured 40", "killed 12 of them"]),
    ],
)
def test_neither_ages_nor_those_spared_nor_the_whole_of_a_part_are_harmed(
    read: Reader, sentence: str, tolls: list[str]
) -> None:
    assert read.tolls(sentence) == tolls


@pytest.mark.parametrize(
    ("sentence", "tolls"),
    [
        ("Marines killed the warlord in the raid.", ["killed 1"]),
        ("Police arrested rebel commander Juan Solano on Monday.", ["captured 1 combatant"]),
        ("The strike killed Ibo Kane, a militia commander.", ["killed 1 combatant"]),
        ("The raid killed Ibo Kane and his bodyguard.", ["killed 2"]),
        ("Soldiers fired at the man, killing him.", ["killed 1"]),
        ("The gunman was shot dead by police.", ["killed 1 combatant"]),
        ("Two friends of the smuggler were arrested.", ["captured 2"]),
        ("Police detained the baker, a local man, and two others.", ["captured 1 civilian", "captured 2"]),
        ("The bomb killed the mayor, Ibo Kane, police said.", ["killed 1 civilian"]),
        # Bodies of people, owners and doers are no one person who was harmed, nor who says it.
        ("The blast wounded five others, the mayor, Ibo Kane, said.", ["injured 5"]),
        (
            "Shells wounded six, the district chief's spokesman, Ibo Kane, told a radio station.",
            ["injured 6"],
        ),
        ("Rebels captured the opposition headquarters.", []),
        ("Gunmen killed the police on the bridge.", []),
        ("The commander planned and executed attacks on convoys.", []),
        ("Officials are waiting to learn whether the commander was killed.", []),
    ],
)
def test_one_person_by_name_or_known_from_before(read: Reader, sentence: str, tolls: list[str]) -> None:
    assert read.tolls(sentence) == tolls


@pytest.mark.parametrize(
    ("sentence", "tolls"),
    [
        ("Troops detained a rebel leader and one suspected fighter.", ["captured 1 combatant"] * 2),
        (
            "Troops captured a rebel leader, a rebel courier and several guards.",
            ["captured 1 combatant", "captured 1 combatant", "captured 3+"],
        ),
        (
            "Troops arrested a rebel leader and detained one guerrilla.",
            ["captured 1 combatant", "captured 1 combatant"],
        ),
        (
            "Police detained the smuggler along with three of his associates.",
            ["captured 1", "captured 3"],
        ),
        (
            "Officers found the smuggler, who was detained along with two couriers.",
            ["captured 1", "captured 2"],
        ),
        (
            "Police detained a smuggler who worked at the port, along with one courier.",
            ["captured 1", "captured 1"],
        ),
        ("Marines killed four rebels and detained one.", ["killed 4 combatant", "captured 1"]),
        ("One of several rebels captured on Friday was a commander.", ["captured 1 combatant of them"]),
        ("Two men were taken into custody after the search.", ["captured 2"]),
        ("Two rebels were killed and another was captured.", ["killed 2 combatant", "captured 1 combatant"]),
        ("Rebels killed a governor and his four bodyguards.", ["killed 1", "killed 4"]),
        ("Police arrested the planner of the attack and 12 accomplices.", ["captured 1", "captured 12"]),
        ("The drone struck the car, killing her and three others.", ["killed 1", "killed 3"]),
        ("A few men were detained.", ["captured 3+"]),
        ("A number of rebels were killed.", ["killed 3+ combatant"]),
    ],
)
def test_who_is_taken_together(read: Reader, sentence: str, tolls: list[str]) -> None:
    assert read.tolls(sentence) == tolls


@pytest.mark.parametrize(
    ("sentence", "tolls"),
    [
        ("Troops killed six rebels in a raid to capture a rebel leader.", ["killed 6 combatant"]),
        ("During an operation today to arrest a smuggler, police killed two gunmen.", ["killed 2 combatant"]),
        ("Police seized several improvised bombs.", []),
        ("Police seized a weapons cache and several rockets.", []),
        ("Police arrested a weapons dealer.", ["captured 1"]),
        ("The mayor was almost killed by a shell.", []),
        ("Rebels fired a number of homemade rockets wounding three people.", ["injured 3"]),
        ("Two men remained inside the building.", []),
    ],
)
def test_aims_and_weapons_are_nobody_taken(read: Reader, sentence: str, tolls: list[str]) -> None:
    assert read.tolls(sentence) == tolls


def test_who_takes_people_takes_no_territory(read: Reader) -> None:
    claim = read.claim("The army captured a rebel commander in the village of Dara.")
    assert (claim.event, claim.tolls) == ("arrest", ["captured 1 combatant"])


def test_what_was_asked_for_and_came_about_is_asserted(read: Reader) -> None:
    claims = read.claims("The patrol called for an air strike, killing two rebels.")
    assert [c.status for c in claims if c.tolls] == ["asserted"]


def test_people_who_also_came_to_harm_say_so(read: Reader) -> None:
    coded = read.story("Police also detained two couriers. Three men were also killed.")
    words = [toll.mention.text for claim in coded.claims for toll in claim.tolls]
    assert words == ["also detained two couriers", "Three men were also"]


@pytest.mark.parametrize(
    "sentence",
    [
        "No count of the casualties of the shelling has been given by the hospital.",
        "Lawyers Without Frontiers have confirmed deaths in the besieged town.",
        "The ministry gave no figure for the casualties of the raid.",
    ],
)
def test_a_no_that_denies_something_else_is_no_zero(read: Reader, sentence: str) -> None:
    assert read.tolls(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "tolls"),
    [
        ("At least 31 people were killed and wounded in the attack.", []),
        (
            "Forty rebels were killed and wounded in the ambush.",
            ["injured -40 combatant", "killed -40 combatant"],
        ),
        ("Dozens of rebels were killed and wounded.", ["injured 24+ combatant", "killed 24+ combatant"]),
        ("The shelling killed 12 and injured 12.", ["killed 12", "injured 12"]),
        ("One boy was killed and another wounded.", ["killed 1 civilian", "injured 1 civilian"]),
    ],
)
def test_a_sum_over_two_harms_is_the_number_of_neither(read: Reader, sentence: str, tolls: list[str]) -> None:
    assert sorted(read.tolls(sentence)) == sorted(tolls)


def test_a_headline_without_its_commas_gives_each_group_its_own_harm(read: Reader) -> None:
    assert read.tolls("Boy killed three others wounded in rocket attack on market") == ["injured 3"]


@pytest.mark.parametrize(
    ("sentence", "tolls"),
    [
        (
            "A shell landed in the market killing 2 children injuring 9 others.",
            ["killed 2 civilian", "injured 9"],
        ),
        ("The militants crucified two men and beheaded one.", ["killed 2", "killed 1"]),
        ("An adult and a child were killed in the raid.", ["killed 2"]),
    ],
)
def test_further_ways_to_tell_the_dead(read: Reader, sentence: str, tolls: list[str]) -> None:
    assert read.tolls(sentence) == tolls


@pytest.mark.parametrize(
    "sentence",
    [
        "It was not clear whether two soldiers had been killed in the raid.",
        "The war is still claiming about ten lives a day.",
    ],
)
def test_what_gives_no_number_of_dead(read: Reader, sentence: str) -> None:
    assert read.tolls(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "tolls"),
    [
        ("One of the farmers was wounded no one was there to rescue him.", ["injured 1"]),
        ("State media gave no figure for the number of people killed.", []),
        ("The bodies had no visible wounds or injuries.", []),
        ("The army would shell the town if no one evacuated.", []),
        ("No soldiers were killed in the raid.", ["killed 0 combatant"]),
    ],
)
def test_only_who_says_that_nobody_was_harmed_gives_a_zero(
    read: Reader, sentence: str, tolls: list[str]
) -> None:
    assert read.tolls(sentence) == tolls


def test_a_name_and_what_says_who_it_is_are_one_person(read: Reader) -> None:
    for sentence in (
        "Omar Haddad, a teacher from the port, was shot dead on Monday.",
        "Omar Haddad, a senior rebel commander in the valley, was killed in a raid.",
    ):
        (toll,) = [toll for claim in read.claims(sentence) for toll in claim.tolls]
        assert toll.startswith("killed 1 ")


@pytest.mark.parametrize(
    ("sentence", "tolls"),
    [
        ("A bomb killed a woman and her adopted son.", ["killed 2 civilian"]),
        ("A woman and child were killed in the shelling.", ["killed 2 civilian"]),
        ("A driver and guard was killed in the shelling.", ["killed 1 civilian"]),
        ("His wife and 12-year-old daughter were killed in the shelling.", ["killed 2 civilian"]),
        ("He shot and killed his wife and young son.", ["killed 2 civilian"]),
        ("Gunmen killed his brother's wife and two guards.", ["killed 1 civilian", "killed 2"]),
        ("Both men were killed in the ambush.", ["killed 2"]),
        ("Both soldiers and villagers were killed in the ambush.", []),
        ("In both attacks, nine men were killed.", ["killed 9"]),
        ("A raid led to the death of his 12-year-old daughter.", ["killed 1 civilian"]),
    ],
)
def test_two_people_in_few_words(read: Reader, sentence: str, tolls: list[str]) -> None:
    assert read.tolls(sentence) == tolls


@pytest.mark.parametrize(
    ("sentence", "tolls"),
    [
        ("Three soldiers were killed and a fourth was wounded.", ["killed 3 combatant", "injured 1"]),
        ("A fourth of the houses were hit and nine men were killed.", ["killed 9"]),
        ("Three people were killed and another was injured.", ["killed 3", "injured 1"]),
        ("Three people were killed and others were injured.", ["killed 3"]),
        ("His son and the others died in the attack.", ["killed 1 civilian"]),
        ("Soldiers killed one rebel and forced the others to flee.", ["killed 1 combatant"]),
        ("Twelve of the 20 hostages were killed in the raid.", ["killed 12 of them"]),
        ("One of the 20 hostages killed in the raid was a nurse.", ["killed 1 of them", "killed 20"]),
        ("Gunmen shot six people, one fatally.", ["injured -6", "killed 1"]),
        ("Another wounded child lay on the floor of the clinic after the strike.", []),
        ("The attack left eight people injured and killed three guards.", ["injured 8", "killed 3"]),
        (
            "Twenty people were injured, and two of those victims are dead, after the blast.",
            ["injured 20", "killed 2 of them"],
        ),
    ],
)
def test_what_is_said_of_others_is_not_said_of_those_before(
    read: Reader, sentence: str, tolls: list[str]
) -> None:
    assert sorted(read.tolls(sentence)) == sorted(tolls)


@pytest.mark.parametrize(
    "sentence",
    [
        "Nine men were hurt in a shooting on 2850 Harbour Avenue in Medina.",
        "Nine men were hurt in a shooting on Highway 550.",
        "Nine men were hurt in the shooting of image 4 of 8 from Medina.",
        "Nine men were hurt in a shooting 1 / 8 in Medina.",
        "Nine men were hurt in the shooting, and one of the women is brain-dead.",
        "Nine men were hurt in the shooting. The youngest were 28 and 31 years old.",
        "Nine men, one 17 and the other eight younger, were hurt in the shooting.",
    ],
)
def test_numbers_of_streets_images_and_ages_count_nobody(read: Reader, sentence: str) -> None:
    assert [toll for toll in read.tolls(sentence) if toll.startswith(("injured", "killed"))] == ["injured 9"]


@pytest.mark.parametrize(
    ("sentence", "tolls"),
    [
        ("The triple murder in Medina shook the town.", ["killed 3"]),
        ("Police are looking into a quadruple homicide in Medina.", ["killed 4"]),
        ("The double murder of a woman and her son shook Medina.", ["killed 2 civilian"]),
        ("He was charged with attempted double murder in Medina.", []),
        ("The double murder-suicide shook Medina.", ["killed 3"]),
        ("A double attack shook Medina.", []),
        ("A suspect in the triple-murder was seen in Medina.", ["killed 3"]),
    ],
)
def test_a_multiple_killing_says_of_how_many(read: Reader, sentence: str, tolls: list[str]) -> None:
    assert read.tolls(sentence) == tolls


def test_a_sum_over_two_harms_with_a_sign_for_and_is_the_number_of_neither(read: Reader) -> None:
    assert read.claim("At least 88 people were killed & injured in shelling on the town.").tolls == []
    claim = read.claim("Shells killed 8 men & wounded 12 women in the town.")
    assert [toll.split()[:2] for toll in claim.tolls] == [["killed", "8"], ["injured", "12"]]


@pytest.mark.parametrize(
    ("sentence", "tolls"),
    [
        ("Five drivers and one cook escaped unharmed when a mine exploded.", []),
        ("Twelve passengers escaped with slight injuries when a mine exploded.", ["injured 12 civilian"]),
        ("The blast killed two guards, and nine others escaped injury.", ["killed 2"]),
        ("Troops shot dead a bomber, but three gunmen managed to escape.", ["killed 1 combatant"]),
        ("Forty of the pupils escaped from the kidnappers.", []),
        ("Six inmates escaped from a prison during the attack.", []),
        ("Six people escaped death when gunmen opened fire at a bus.", []),
        ("Thousands of residents escaped the fighting.", ["displaced 2000+ civilian"]),
        ("About 300 villagers escaped to Turkey.", ["displaced ~300 civilian"]),
    ],
)
def test_who_escapes_harm_or_custody_is_not_displaced(read: Reader, sentence: str, tolls: list[str]) -> None:
    assert read.tolls(sentence) == tolls


@pytest.mark.parametrize(
    ("sentence", "tolls"),
    [
        ("Rebels freed nine prisoners and two guards were killed.", ["killed 2"]),
        ("The raid left nine rebels, two guards dead.", ["killed 9 combatant", "killed 2"]),
        ("Police said nine rebels and two guards were killed.", ["killed 9 combatant", "killed 2"]),
    ],
)
def test_the_object_of_one_verb_does_not_join_the_subject_of_the_next(
    read: Reader, sentence: str, tolls: list[str]
) -> None:
    assert read.tolls(sentence) == tolls


def test_a_headline_s_object_does_not_join_the_subject_behind_its_comma(read: Reader) -> None:
    (toll,) = [
        toll
        for claim in read.claims(
            "The gates were open.", title="Prison attack frees 20 rebels, 3 guards killed"
        )
        for toll in claim.tolls
    ]
    assert toll.startswith("killed 3")


@pytest.mark.parametrize(
    ("sentence", "tolls"),
    [
        ("Six displaced men were killed when gunmen raided a shelter.", ["killed 6"]),
        ("The camp, home to 3,000 displaced villagers, was shelled, killing four men.", ["killed 4"]),
        ("A school sheltering 900 displaced villagers was bombed.", []),
        ("Eleven children have died in a camp for displaced villagers.", ["killed 11 civilian"]),
        ("Hundreds of displaced villagers arrived in the town.", ["displaced 200+ civilian"]),
        ("Five wounded rebels were executed.", ["killed 5 combatant"]),
        ("A wounded nurse later died.", ["killed 1 civilian"]),
        ("The shelling left nine wounded villagers in the street.", ["injured 9 civilian"]),
        (
            "The clinic had received more than 80 dead bodies of which at least 20 were children.",
            ["killed 80+", "killed 20+ civilian"],
        ),
        ("The clinic received 90 wounded and 30 dead bodies after the strike.", ["injured 90", "killed 30"]),
        (
            "The strike left nine villagers - including two children - dead.",
            ["killed 9 civilian", "killed 2 civilian of them"],
        ),
        (
            "The names of the man killed and the three wounded women are unknown.",
            ["killed 1", "injured 3 civilian"],
        ),
        ("One of the wounded women was a nurse.", ["injured 1 of them"]),
        ("All three victims died.", ["killed 3"]),
        ("Two 16-year-olds were shot.", ["injured 2"]),
        ("The shelling left a six-year-old dead.", ["killed 1"]),
        ("They are killing one another.", []),
        ("Five wounded rebels were captured.", ["captured 5 combatant", "injured 5 combatant"]),
        ("Four hostages and both hostage-takers were killed.", ["killed 4", "killed 2"]),
        ("Rebels are holding 30 kidnapped villagers.", ["captured 30 civilian"]),
        ("Nine of the 40 missing pupils have been found alive.", []),
        ("Nine missing pupils have not been found.", ["missing 9 civilian"]),
        ("The remains of nine villagers missing since June were discovered.", ["killed 9 civilian"]),
    ],
)
def test_a_harm_that_only_says_who_the_people_are_is_no_news(
    read: Reader, sentence: str, tolls: list[str]
) -> None:
    assert sorted(read.tolls(sentence)) == sorted(tolls)


@pytest.mark.parametrize(
    ("sentence", "claims"),
    [
        ("Troops rescued nine kidnapped nurses.", [("release", [])]),
        ("The nine kidnapped nurses were rescued.", [("release", [])]),
        ("Two kidnapped aid workers were freed.", [("release", [])]),
        (
            "Troops rescued nine hostages and arrested two gunmen.",
            [("release", []), ("arrest", ["captured 2 combatant"])],
        ),
    ],
)
def test_who_is_freed_is_not_captured(
    read: Reader, sentence: str, claims: list[tuple[str, list[str]]]
) -> None:
    assert [(claim.event, claim.tolls) for claim in read.claims(sentence)] == claims


@pytest.mark.parametrize(
    ("title", "tolls"),
    [
        ("4 wounded soldiers die", ["killed 4 combatant"]),
        ("Hostage beheaded by militants", ["killed 1"]),
        ("Bodies of four kidnapped farmers found", ["killed 4 civilian"]),
        ("9 kidnapped nurses freed", []),
        ("Port: 2 killed, 11 wounded, 40 held", ["killed 2", "injured 11", "captured 40"]),
        ("2 dead, 5 held", ["killed 2", "captured 5"]),
        ("Blast kills 2 injured 11", ["injured 11"]),
        ("2 held talks after blast", []),
    ],
)
def test_what_a_headline_says_of_people_known_by_a_harm_and_of_numbers(
    read: Reader, title: str, tolls: list[str]
) -> None:
    found = [toll for claim in read.claims("The gates were open.", title=title) for toll in claim.tolls]
    assert found == tolls


@pytest.mark.parametrize(
    ("sentence", "tolls"),
    [
        (
            "Four rebels were killed and the fifth was captured.",
            ["killed 4 combatant", "captured 1 combatant"],
        ),
        (
            "Three of the four gunmen died in the blast and the fourth was arrested.",
            ["killed 3 of them", "captured 1 combatant"],
        ),
        (
            "Two of the three gunmen were shot dead and the third captured.",
            ["killed 2 of them", "captured 1 combatant"],
        ),
        ("Two rebels were killed when two cars exploded and the third was burned.", ["killed 2 combatant"]),
        ("Two houses were shelled and the other was burned.", []),
        ("Nine rebels were killed, 4 captured and 2 demobilised.", ["killed 9 combatant", "captured 4"]),
        (
            "Nine rebels were killed, and 14 civil servants were taken hostage.",
            ["killed 9 combatant", "captured 14 civilian"],
        ),
        ("Nine men were killed and 30 houses were seized.", ["killed 9"]),
    ],
)
def test_the_last_of_several_and_numbers_before_their_harm(
    read: Reader, sentence: str, tolls: list[str]
) -> None:
    assert sorted(read.tolls(sentence)) == sorted(tolls)


@pytest.mark.parametrize(
    ("sentence", "tolls"),
    [
        ("None of the 11 people on the ferry was hurt.", ["injured 0"]),
        ("None of the 11 people on the ferry, including two nurses, was hurt.", ["injured 0"]),
        ("None of the six nurses and 40 patients was injured.", ["injured 0 civilian"]),
        ("None of the passengers on the ferry was hurt.", ["injured 0 civilian"]),
        ("Not a single civilian was harmed, the ministry said.", ["injured 0 civilian"]),
        ("Not one of the 90 students was wounded.", ["injured 0"]),
        ("No one among the 30 passengers was killed.", ["killed 0 civilian"]),
        ("Neither of the two drivers was injured.", []),
        ("Neither the mayor nor his three guards were wounded.", []),
        ("Not a guard was killed in the raid.", []),
        ("Hardly any of the 60 villagers were hurt.", []),
        ("Some of the 18 hostages were killed.", []),
        ("Half of the 50 fighters were killed.", []),
        ("Not all of the nine hostages were killed.", []),
        ("None of the 11 people killed was a soldier.", ["killed 11"]),
        ("The raid killed 15 people, not one of them a fighter.", ["killed 15"]),
        ("Neither of the two soldiers killed in the raid was named.", ["killed 2 combatant"]),
        ("Most of the 18 people injured were children.", ["injured 18"]),
        ("Not one but four guards were killed.", ["killed 4"]),
    ],
)
def test_people_of_whom_none_or_only_some_were_harmed(read: Reader, sentence: str, tolls: list[str]) -> None:
    assert read.tolls(sentence) == tolls


def test_none_of_the_people_of_a_headline_was_harmed(read: Reader) -> None:
    (claim,) = read.claims("The ferry came home.", title="None of 30 passengers hurt")
    assert (claim.status, claim.tolls) == ("negated", ["injured 0 civilian"])


@pytest.mark.parametrize(
    "sentence", ["Neither driver was injured.", "Neither the mayor nor his three guards were wounded."]
)
def test_harm_that_befell_neither_is_negated(read: Reader, sentence: str) -> None:
    assert read.claim(sentence).status == "negated"


@pytest.mark.parametrize(
    ("sentence", "tolls"),
    [
        ("Three gunmen die in Lira, no other casualties.", ["killed 3 combatant"]),
        ("A farmer was killed and no one else was hurt.", ["killed 1 civilian"]),
        ("There were no deaths among the nine soldiers wounded.", ["killed 0", "injured 9 combatant"]),
        (
            "The death toll could climb, as eight of the 30 wounded are in a coma.",
            ["injured 30", "injured 8 of them"],
        ),
    ],
)
def test_who_is_not_among_the_dead(read: Reader, sentence: str, tolls: list[str]) -> None:
    assert read.tolls(sentence) == tolls


@pytest.mark.parametrize(
    ("sentence", "tolls"),
    [
        ("1 in 4 Sudanese displaced.", []),
        ("The disease kills one in six.", []),
        ("Two in three children are displaced.", []),
        ("Gunmen killed two in three villages.", ["killed 2"]),
        ("Gunmen killed four in 24 hours.", ["killed 4"]),
        ("Rovers kill Wanderers 104-91.", []),
        ("Rovers massacre City 5-0.", []),
        ("Nine people were injured as Rovers beat City 3-1.", ["injured 9"]),
        ("Gunmen killed 10-12 people.", ["killed 10-12"]),
    ],
)
def test_shares_and_scores_of_games_count_nobody(read: Reader, sentence: str, tolls: list[str]) -> None:
    assert read.tolls(sentence) == tolls


def test_a_game_is_no_massacre(read: Reader) -> None:
    assert read.claims("Rovers massacre City 5-0.") == []


@pytest.mark.parametrize(
    ("sentence", "tolls"),
    [
        ("The ministry initially put the toll at six, but later said 14 had died.", ["killed 14"]),
        ("Officials at first said six people were killed but later put the toll at eight.", ["killed 8"]),
        ("Police earlier said six people were killed but revised the figure down to five.", ["killed 5"]),
        ("Police said six people were killed but then raised the toll to nine.", ["killed 9"]),
        ("Earlier, the army said six soldiers had been killed.", ["killed 6 combatant"]),
        ("Five people were initially wounded but three later died.", ["injured 5", "killed 3"]),
        (
            "Police initially said six rebels were killed, but later said nine civilians had died.",
            ["killed 6 combatant", "killed 9 civilian"],
        ),
    ],
)
def test_a_number_that_is_taken_back_is_no_toll(read: Reader, sentence: str, tolls: list[str]) -> None:
    assert read.tolls(sentence) == tolls
