"""Station: coding. From a story's text to claims in the story's own words.

Where each rule lives, in the order in which a sentence goes through them. A module imports only from
those above it (and from the model, the ontology and, for blocks, the reading station):

    tokens               sentences and tokens as plain data: what all rules read
    labels, lemmas       countries, their people and days by lists; each word's form, lemma and which rules
                         start from it, looked up once
    blocks               what of a text is read as one piece
    quote_marks          marks that open and close quotations
    stretches            a block cut into rough sentences before anything is parsed
    relevance            which of them are worth parsing: what speaks of violence, and what that leans on
    parsing              the parser (with lemmas the only place that knows spaCy)

    numbers, quantities  numbers of people: "12", "at least a dozen", "20 to 30", never years or distances
    person_nouns         which noun a number counts, and whether it is for civilians or fighters
    single_persons       one person: "a woman", "the leader", "rebel leader X"
    bare_numbers         numbers without a noun: "killed 19", "both were shot"
    headline_persons     one person in a headline: "Man killed"
    named_persons        one person told by name
    counted              what a counted group is
    wholes               who the people of a number are: "two children, a girl and a boy"
    people               counted groups: "a woman and two children", "including five children"
    aims                 what was only wanted, tried or prevented
    escapes              who escapes: from home, or from harm and custody
    harms                words of harm: "killed", "dead", "the deaths of"
    deeds                who does it to whom: others, oneself, nobody told
    lists_of_people      groups that are counted together
    harmed               whom a word of harm is said of
    own_deaths           who kills others and then himself
    spared               "none of the 14 people was hurt", "some of the 14 people were"
    toll_nouns           "a death toll of 31"
    zeros                "no one was hurt"
    parts                parts of tolls; tolls of one harm or another
    known_by_harm        who is only told apart by a harm of before: "12 kidnapped children were freed"
    revisions            "initially said nine had died, but later 12"
    tolls                all of these put together: the tolls of a sentence

    attributions         what an attribution is: cue, speaker, and what is said
    speaker_nouns        who can speak
    speakers_after       the speaker behind the cue: "according to X"
    speakers_before      the speaker before the verb: "X said"
    speech_verbs         which verbs attribute
    statements           "the claim by activists that …", "a statement by X said"
    reach                which side of the cue is said, and how far
    headlines            "12 killed: police"
    cues                 all of these put together: the attributions of a sentence
    quoting              quotations that run over sentences

    participants         doers and objects of verbs and nouns, by the parse
    noun_kinds           whether a noun is a force, a place, a weapon, ...
    conditions           what a trigger asks of its subject, object and sentence
    event_nouns          which nouns tell of an event
    anchors              triggers of events whose conditions hold
    denials              what is denied, and what only rejected
    status               denied, planned, ...; older context and totals of a war
    earlier_acts         older acts beside the news: "came after a blast on Friday"
    groups               what makes one claim: triggers, tolls and words of harm
    homes                which act did which harm
    recalls              "the attack", told before; "denied responsibility"
    traits               what somebody is known for: violence that is no news
    kinds_of_attack      the kind of an attack by its weapons; one act told twice
    sentence_reader      all of these put together: the groups of a sentence

    drafts               what coding hands to resolving
    quotes, actors       what a claim quotes; who did it and to whom
    sides                a clash, or an attack on civilians
    drafting             a group as a draft claim
    speeches             who says what, over the sentences of a story
    story_events         the kind of violence where a sentence does not tell
    portraits            what words tell of one person: age and sex
    shot                 people who were shot: who of them died, over the whole story
    kept                 a coded story as JSON, to be resolved again another day
    coder                stories in, draft claims out

The words of English that the rules ask for stand in `ontology/data/en`, one file for each of the parts above.
What stays in Python are the parser's own labels and patterns of one to four function words that are the rule.
"""
