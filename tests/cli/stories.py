"""Stories written for these tests; the places are real, what is told of them is not."""

from __future__ import annotations

import json
from pathlib import Path

TAIZ = """\
TAIZ, Yemen — Shelling by Houthi fighters killed at least seven civilians and wounded 12 others in the \
centre of Taiz on Thursday, medics at the Revolution hospital said.

A spokesman for the Houthis denied that their forces had fired on the city. Government troops captured two \
checkpoints west of the city on Wednesday, the army said.
"""

TAIZ_AGAIN = """\
Eleven people died when rockets hit a market in Taiz on Thursday, the Yemeni government said. "They aimed at \
families," a resident said.
"""

KHARKIV = """\
An air strike on a grain store near Kharkiv killed four people and injured nine on Monday, the regional \
governor said. The Russian defence ministry said it had destroyed an ammunition depot.
"""

MARKET_DAY = """\
The spring fair opened on the town square with forty stalls of cheese, honey and wool. Children queued for \
sugared almonds, and the brass band played until dark.
"""

PAGE = """\
<!doctype html><html lang="en"><head><title>Two soldiers die in ambush near Gao</title>
<meta property="og:site_name" content="Sahel Post (sample)">
<meta property="article:published_time" content="2019-03-12T08:00:00Z"></head>
<body><nav>Home | World | Sport</nav><article><h1>Two soldiers die in ambush near Gao</h1>
<p>Gunmen ambushed an army convoy near Gao in northern Mali on Monday, killing two soldiers and wounding five
others, the army said in a statement that was read on national television in the evening.</p>
<p>The army said that it had pursued the attackers into the hills and arrested three men. Nobody claimed
responsibility for the attack, which was the third on the road between Gao and Ansongo in this month.</p>
</article>
<footer>Share | Subscribe</footer></body></html>
"""


def write_folder(folder: Path) -> Path:
    """A folder as a user keeps one: texts with a stories.csv beside them, a page, JSON Lines."""
    folder.mkdir(parents=True)
    (folder / "taiz.txt").write_text(TAIZ, encoding="utf-8")
    (folder / "fair.txt").write_text(MARKET_DAY, encoding="utf-8")
    (folder / "gao.html").write_text(PAGE, encoding="utf-8")
    (folder / "stories.csv").write_text(
        "file,outlet,published,title\n"
        "taiz.txt,Aden Courier (sample),2019-03-15,Shells fall on Taiz\n"
        "fair.txt,Valley Herald (sample),2019-03-15,Fair opens\n",
        encoding="utf-8",
    )
    line = {
        "story": "taiz-2",
        "text": TAIZ_AGAIN,
        "title": "Market hit in Taiz",
        "outlet": "Gulf Daily (sample)",
        "published": "2019-03-16",
    }
    (folder / "gulf.jsonl").write_text(json.dumps(line) + "\n", encoding="utf-8")
    return folder
