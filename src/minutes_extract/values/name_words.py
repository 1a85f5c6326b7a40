"""Words that no one is called: of posts, bodies, headings and the calendar; and what tells a post from a remark."""

import re

# The nouns that name a post: "Service Director", "Head of Housing", "Clerk".
POST_NOUNS = """
director head manager officer leader chair chairman chairwoman chairperson vice-chair vice-chairman clerk mayor mayoress
treasurer solicitor surveyor engineer consultant commissioner lead partner adviser advisor secretary member holder
planner architect accountant analyst coordinator co-ordinator specialist supervisor assistant lawyer barrister convener
convenor provost constable superintendent inspector sergeant auditor warden ranger administrator governor trustee
registrar practitioner president deputy representative observer counsel executive ceo cfo cd ad pcc curator librarian
headteacher principal recorder ombudsman agent scientist statistician economist facilitator
"""
_PATTERN = "|".join(sorted(POST_NOUNS.split(), key=lambda noun: (-len(noun), noun)))
# A post within a few words; S151 stands for an officer.
POST_RE = re.compile(rf"(?:[A-Z][\w'’&-]*+[ \xa0]){{0,6}}?\b(?:{_PATTERN}|s151|section 151)s?\b", re.IGNORECASE)

# What stands beside posts, in the names of bodies, and in headings.
BESIDE = """
the this that these those an in on at of for from to and or by with as no not none all any also yes nil n/a it its
cabinet portfolio council councils county city borough town parish district community communities committee
sub-committee board boards panel forum authority authorities assembly commission joint combined metropolitan unitary
service services public health social care adult adults children childrens families young people person finance
financial legal law governance monitoring section interim acting strategic corporate senior chief team group business
policy democratic support customer digital ict it hr human resources regeneration growth culture leisure waste strategy
performance department directorate division office housing highways transport transportation planning environment
environmental education economic economy development property place places commissioning procurement contract
contracts estates assets projects project programme programmes operations operational delivery safety safeguarding
skills learning schools school college university licensing regulatory building control trading standards revenues
benefits communications change transformation improvement engagement partnerships partnership quality personalisation
inclusion equality equalities diversity climate energy spaces open green parks early years help intervention mental
well-being wellbeing neighbourhoods neighbourhood homes homelessness investment infrastructure technical technology
information data systems audit risk insurance payroll pensions elections electoral treasury general independent lay
co-opted elected ward wards electorate divisions local government central report reports agenda minutes item items
decision decisions recommendation recommendations resolved appendix appendices background papers paper apologies
absence absent present attendance attending attendees attended members councillors residents press act regulations
note notes contact date time venue email e-mail tel telephone phone title subject purpose reason reasons summary options
alternative alternatives considered introduction conclusion supporting documents document published publication exempt
confidential urgent key signed signature signatures dated fax mobile website address post posts welcome questions
question motion motions matters arising correspondence accounts monday tuesday wednesday thursday friday saturday sunday
january february march july august september october november december ltd limited llp plc cic trust nhs uk british
royal national international england wales scotland northern ireland welsh scottish irish english european hall chamber
chambers house room suite centre street road lane avenue estate buildings station library theatre museum hospital via
zoom teams microsoft yours sincerely faithfully dear thank thanks draft final version page contents other job role
description implications comments advice provided approved agreed noted proposed seconded moved carried vote voting
total
"""
ORDINARY = frozenset(word for noun in POST_NOUNS.split() for word in (noun, f"{noun}s")) | frozenset(BESIDE.split())

# Surnames that are such words too: allowed at the end of a full name.
ALSO_SURNAMES = frozenset({"young", "green", "hall", "law", "lane", "street", "march", "chambers", "early", "parks"})
# No surnames even behind a title: "Councillor Development", "Dr Surgery".
NOT_SURNAMES = (ORDINARY - ALSO_SURNAMES) | {"conduct", "code", "training", "allowance", "allowances", "surgery"}
