"""A news site of our own on loopback: honest articles, and everything that stands before them."""

from __future__ import annotations

import json

from hostile_server import HTML, Answer, packed, page, redirect, status

SENTENCES = (
    "The council of Quillhaven voted on Tuesday to close the old bridge for good.",
    "“Nobody will drive over it again,” said Ada Brook, the mayor.",
    "The bridge had carried buses across the Sound for eighty years, and repairs were put off.",
    "Corwin Pellow, who runs the ferry, said that his boats could not take the traffic alone.",
    "A new crossing is planned further up the river, where the ground is firmer and the town ends.",
    "The work will cost eleven million and will begin in the autumn, the council's papers say.",
    "Shopkeepers in the old town asked for a bus to the station until the crossing is open.",
    "The vote was nine to four, and the party of the mayor did not vote as one.",
)
BODY = "".join(f"<p>{one}</p>" for one in SENTENCES * 3)
TEASER = f"<p>{SENTENCES[0]}</p><p>{SENTENCES[1]}</p>"
DATA = {
    "@type": "NewsArticle",
    "headline": "Council closes the old bridge",
    "datePublished": "2024-03-12T08:00:00Z",
    "author": {"@type": "Person", "name": "Ada Quill"},
    "publisher": {"@type": "Organization", "name": "The Harbour Gazette"},
}


def article(body: str = BODY, *, canonical: str = "", head: str = "", **data: object) -> str:
    """Return the HTML of an article."""
    link = f'<link rel="canonical" href="{canonical}">' if canonical else ""
    told = json.dumps({**DATA, **data})
    return (
        f'<!doctype html><html><head><meta charset="utf-8"><title>Council closes the old bridge'
        f'</title>{link}{head}<script type="application/ld+json">{told}</script></head><body>'
        f"<nav><a href='/'>Home</a></nav><article><h1>Council closes the old bridge</h1>{body}"
        "</article><footer>© The Harbour Gazette</footer></body></html>"
    )


def notice(title: str, body: str) -> str:
    """Return the HTML of a page that is no article."""
    return (
        f"<!doctype html><html><head><title>{title}</title></head><body><h1>{title}</h1>"
        f"<main>{body}</main></body></html>"
    )


WALL = notice("Sign in", "<p>Already a subscriber? Sign in to continue reading.</p>" + TEASER)
LATIN = article().replace('<meta charset="utf-8">', "").replace("Ada Brook", "Adélaïde Brück")

ANSWERS: dict[str, Answer] = {
    "/bridge": page(article(canonical="https://www.gazette.example/bridge?utm_source=x#top")),
    "/amp/bridge": page(article(canonical="https://gazette.example/bridge")),
    "/stolen": page(article(canonical="https://www.great-newspaper.example/bridge")),
    "/home-canonical": page(article(canonical="https://gazette.example/")),
    "/plain-gzip": packed(article().encode(), "gzip"),
    "/latin": page(LATIN.encode("latin-1", "xmlcharrefreplace"), "text/html; charset=ISO-8859-1"),
    "/latin-unsaid": page(LATIN.encode("cp1252"), "text/html"),
    "/latin-lie": page(LATIN.encode("cp1252"), "text/html; charset=utf-8"),
    "/utf-8-lie": page(article().encode(), "text/html; charset=klingon"),
    "/no-kind": page(article(), ""),
    "/text": page("Council closes the old bridge\n\n" + "\n\n".join(SENTENCES), "text/plain"),
    "/tempting": page(
        article(
            BODY
            + "<img src='/picture'><iframe src='/frame'></iframe><a rel='next' href='/2'>2</a>",
            canonical="https://gazette.example/bridge",
            head="<link rel='amphtml' href='/amp/bridge'><link rel='alternate' href='/feed' "
            "type='application/rss+xml'><link rel='stylesheet' href='/style'>"
            "<meta http-equiv='refresh' content='0; url=/refreshed'><script src='/s'></script>",
        )
    ),
    "/moved": redirect("/bridge", 301),
    "/soft-404": page(notice("Page not found", "<p>Sorry, we looked everywhere.</p>")),
    "/soft-404-menu": page(notice("Oops", "<p>The page you want is no longer available.</p>")),
    "/gone-home": redirect("/", 302),
    "/": page(notice("The Harbour Gazette", TEASER * 9)),
    "/to-sign-in": redirect("/login?next=/bridge", 302),
    "/login": page(notice("Welcome", "<form><label>Name</label><button>Log in</button></form>")),
    "/sign-in-wall": page(WALL),
    "/subscribers": page(article(TEASER, isAccessibleForFree=False)),
    "/subscribers-dots": page(
        article(BODY + "<p>And then the mayor …</p>", isAccessibleForFree="False")
    ),
    "/subscribers-whole": page(article(isAccessibleForFree=False)),
    "/to-consent": redirect("/consent?back=/bridge", 302),
    "/consent": page(notice("Before you continue", "<button>Accept all</button>")),
    "/consent-wall": page(
        notice(
            "We value your privacy", "<p>We and our partners use cookies. Accept our policy.</p>"
        )
    ),
    "/robot": page(notice("Just a moment...", "<p>Verifying you are human.</p>")),
    "/denied": page(notice("Access denied", "<p>Reference 18.</p>")),
    "/script-only": page("<!doctype html><html><body><div id='app'></div></body></html>"),
    "/list": page(
        notice("Sport", "<ul>" + "<li><a href='/x'>Team wins again</a></li>" * 40 + "</ul>")
    ),
    "/picture": page(b"\x89PNG\r\n\x1a\n" + bytes(400), "image/png"),
    "/data": page('{"text": "hello"}', "application/json"),
    "/forbidden": status(403),
    "/often": status(429, "Retry-After: 120"),
}
# What stands at each path, in the sentence that a person is told.
REFUSED = [
    ("/soft-404", "no such page"),
    ("/soft-404-menu", "no such page"),
    ("/gone-home", "leads to its front page"),
    ("/", "front page, not an article"),
    ("/to-sign-in", "sign-in wall"),
    ("/sign-in-wall", "sign-in wall"),
    ("/subscribers", "for subscribers"),
    ("/subscribers-dots", "for subscribers"),
    ("/to-consent", "consent wall"),
    ("/consent-wall", "consent wall"),
    ("/robot", "test for humans"),
    ("/denied", "test for humans"),
    ("/script-only", "too little running text"),
    ("/list", "too little running text"),
    ("/picture", "no page (image/png)"),
    ("/data", "no page (application/json)"),
    ("/forbidden", "(403)"),
    ("/often", "Try again in 2 minutes"),
    ("/nowhere", "(404)"),
]
__all__ = ["ANSWERS", "BODY", "HTML", "REFUSED", "SENTENCES", "article"]
