"""Fetching: what is no page of the open web ends in a sentence; nobody is led into our house."""

from __future__ import annotations

import datetime
import gzip
import re
import socket
import threading
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import replace

import pytest
from hostile_server import (
    HTML,
    HostileServer,
    bomb,
    flood,
    hostile_server,
    in_turn,
    packed,
    page,
    raw,
    redirect,
    silence,
    status,
    trickle,
)

from index.errors import NotFetched
from index.intake.fetch import Fetcher, Limits
from index.intake.fetch.network import is_public
from index.intake.fetch.status import refusal
from index.intake.fetch.target import target
from index.intake.fetch.unpack import unpacker

OK = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
LIMITS = Limits(largest=200_000, redirects=5, allow_loopback=True)
SHORT = Limits(whole=1.0, silence=0.5, allow_loopback=True)
TEXT = "<p>The mayor said that the bridge would stay closed.</p>" * 100

# Gzip as some servers write it: a member for each part of the page.
MEMBERS = b"".join(gzip.compress(TEXT[n : n + 2_000].encode()) for n in range(0, len(TEXT), 2_000))
RAW_DEFLATE = zlib.compress(TEXT.encode(), wbits=-zlib.MAX_WBITS)

ANSWERS = {
    "/page": page(TEXT),
    "/moved": redirect("/page", 301),
    "/moved-whole": redirect("/moved#top", 308),
    "/gzip": packed(TEXT.encode(), "gzip"),
    "/brotli": packed(TEXT.encode(), "br"),
    "/deflate": packed(TEXT.encode(), "deflate"),
    "/gzip-members": page(MEMBERS, HTML, "Content-Encoding: gzip"),
    "/gzip-members-cut": page(MEMBERS[:-30], HTML, "Content-Encoding: gzip"),
    "/gzip-members-bomb": page(gzip.compress(bytes(150_000)) * 400, HTML, "Content-Encoding: gzip"),
    "/deflate-raw": page(RAW_DEFLATE, HTML, "Content-Encoding: deflate"),
    "/cookie": redirect("/page", 302, "Set-Cookie: who=you; Path=/"),
    "/to-file": redirect("file:///etc/passwd"),
    "/to-gopher": redirect("gopher://127.0.0.1:70/1"),
    "/to-script": redirect("javascript:alert(1)"),
    "/to-data": redirect("data:text/html,hello"),
    "/to-password": redirect("http://me:secret@127.0.0.1/page"),
    "/to-nowhere": page("", HTML, status="302 Go"),
    "/to-broken": redirect("http://[1::2::3]/"),
    "/round": redirect("/round"),
    "/too-large": page("a" * 300_000),
    "/lie-long": raw(OK + b"Content-Length: 60000000\r\n\r\nshort"),
    "/lie-short": raw(OK + b"Content-Length: 5000\r\n\r\nshort"),
    "/lie-negative": raw(OK + b"Content-Length: -5\r\n\r\nshort"),
    "/two-lengths": raw(OK + b"Content-Length: 5\r\nContent-Length: 90\r\n\r\nshort"),
    "/flood": flood(OK + b"\r\n", b"a" * 65_536),
    "/chunks": flood(
        OK + b"Transfer-Encoding: chunked\r\n\r\n", b"8000\r\n" + b"a" * 32_768 + b"\r\n"
    ),
    "/broken-chunk": raw(OK + b"Transfer-Encoding: chunked\r\n\r\nzz\r\nhello\r\n"),
    "/gzip-bomb": bomb("gzip", 60),
    "/brotli-bomb": bomb("br", 60),
    "/deflate-bomb": bomb("deflate", 60),
    "/bomb-in-bomb": page(TEXT, HTML, "Content-Encoding: gzip, gzip, gzip"),
    "/gzip-broken": page("no gzip at all", HTML, "Content-Encoding: gzip"),
    "/gzip-cut": packed(TEXT.encode() * 9, "gzip", cut=60),
    "/brotli-cut": packed(TEXT.encode() * 9, "br", cut=40),
    "/brotli-broken": page("no brotli at all", HTML, "Content-Encoding: br"),
    "/zstd": page("whatever", HTML, "Content-Encoding: zstd"),
    "/slow-body": trickle(OK + b"\r\n", b"a"),
    "/slow-head": trickle(OK, b"X-A: b\r\n"),
    "/slow-line": trickle(OK + b"X-", b"a"),
    "/silent": silence(),
    "/silent-body": silence(OK + b"Content-Length: 500\r\n\r\nabc"),
    "/endless-head": flood(OK, b"X-A: " + b"b" * 1_000 + b"\r\n"),
    "/endless-line": flood(OK + b"X-A: ", b"b" * 65_536),
    "/endless-100": flood(b"", b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n" * 1_000),
    "/not-http": raw(b"220 mail.example ESMTP ready\r\n"),
    "/binary": raw(bytes(range(256)) * 40),
    "/closed": raw(b""),
    "/old-http": raw(b"<html>an answer of HTTP/0.9</html>"),
    "/forbidden": status(403),
    "/sign-in": status(401, "WWW-Authenticate: Basic"),
    "/gone": status(410),
    "/often": status(429, "Retry-After: 120"),
    "/often-bare": status(429),
    "/not-now": status(403, "Retry-After: 90"),
    "/often-still": status(429, "Retry-After: 1"),
    "/down": status(502),
    "/teapot": status(418),
    "/empty": page("", status="204 Empty"),
}

ATTACKS = [
    ("/to-file", "Only http and https links"),
    ("/to-gopher", "Only http and https links"),
    ("/to-script", "Only http and https links"),
    ("/to-data", "Only http and https links"),
    ("/to-password", "user name or a password"),
    ("/to-broken", "no link that can be opened"),
    ("/to-nowhere", "on and on"),
    ("/round", "on and on"),
    ("/too-large", "too large"),
    ("/lie-long", "too large"),
    ("/lie-short", "broke off"),
    ("/lie-negative", "no web server"),
    ("/two-lengths", "no web server"),
    ("/flood", "too large"),
    ("/chunks", "too large"),
    ("/broken-chunk", "no web server"),
    ("/gzip-bomb", "too large"),
    ("/brotli-bomb", "too large"),
    ("/deflate-bomb", "too large"),
    ("/bomb-in-bomb", "compressed in a way"),
    ("/gzip-broken", "came broken"),
    ("/gzip-cut", "broke off"),
    ("/gzip-members-cut", "broke off"),
    ("/gzip-members-bomb", "too large"),
    ("/brotli-cut", "broke off"),
    ("/brotli-broken", "came broken"),
    ("/zstd", "compressed in a way"),
    ("/slow-body", "too long to answer"),
    ("/slow-head", "too long to answer"),
    ("/slow-line", "too long to answer"),
    ("/silent", "too long to answer"),
    ("/silent-body", "too long to answer"),
    ("/endless-head", "no web server"),
    ("/endless-line", "no web server"),
    ("/endless-100", "too large"),
    ("/not-http", "no web server"),
    ("/binary", "no web server"),
    ("/closed", "no web server"),
    ("/old-http", "no web server"),
    ("/forbidden", "does not give this page to programs (403)"),
    ("/sign-in", "signed in (401)"),
    ("/gone", "taken down"),
    ("/often", "Try again in 2 minutes"),
    ("/often-bare", "Try again later"),
    ("/not-now", "does not give this page to programs now (403). Try again in 2 minutes."),
    ("/often-still", "asked too often (429). Try again in a minute."),
    ("/down", "out of order (502)"),
    ("/teapot", "no page at this link (418)"),
    ("/empty", "no page at this link (204)"),
    ("/unknown", "no page at this link (404)"),
]

# Where a page must never lead us, as a host may be written in a link.
INSIDE = [
    "127.0.0.1", "127.1", "2130706433", "0x7f000001", "0177.0.0.1", "0x7f.1", "localhost",
    "0.0.0.0", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1",
    "224.0.0.1", "255.255.255.255", "240.0.0.1", "192.0.2.1", "198.18.0.1", "192.88.99.1",
    "168.63.129.16",
    "[::1]", "[::]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[::127.0.0.1]", "[fe80::1]",
    "[fc00::1]", "[fd00:ec2::254]", "[ff02::1]", "[2002:7f00:1::]", "[64:ff9b::7f00:1]",
    "[64:ff9b:1::7f00:1]", "[2001:0:7f00:1::]", "[::ffff:0:7f00:1]", "[2001:db8::1]", "[fec0::1]",
    "[3fff::1]", "[2606:2800::5efe:10.0.0.1]", "[2606:2800:220:1:200:5efe:7f00:1]",
]  # fmt: skip
# What the tests' setting opens: this machine, by whatever spelling the system takes for it.
THIS_MACHINE = {
    "127.0.0.1", "127.1", "2130706433", "0x7f000001", "0177.0.0.1", "0x7f.1", "localhost", "[::1]",
}  # fmt: skip


@pytest.fixture(scope="module")
def server() -> Iterator[HostileServer]:
    with hostile_server(ANSWERS) as running:
        yield running


def names(addresses: dict[str, Sequence[str]]):
    """Return a resolver that knows some names and the rest as the system does."""

    def resolver(host: str, port: int) -> Sequence[str]:
        if host in addresses:
            return addresses[host]
        return [str(one[4][0]) for one in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]

    return resolver


@pytest.mark.parametrize(("path", "sentence"), ATTACKS)
def test_an_attack_ends_in_a_sentence(server, path, sentence):
    with pytest.raises(NotFetched, match=re.escape(sentence)):
        Fetcher(SHORT if "too long" in sentence else LIMITS).fetch(server.link(path))


@pytest.mark.parametrize(
    "path",
    [
        "/page",
        "/moved",
        "/moved-whole",
        "/gzip",
        "/gzip-members",
        "/brotli",
        "/deflate",
        "/deflate-raw",
    ],
)
def test_a_page_is_fetched(server, path):
    found = Fetcher(LIMITS).fetch(server.link(path))

    assert found.data.decode() == TEXT
    assert (found.kind, found.charset) == ("text/html", "utf-8")
    assert found.asked == server.link(path)
    assert found.url == server.link("/page" if path.startswith("/moved") else path)


@pytest.mark.parametrize("size", [1, 2, 7, 100_000])
@pytest.mark.parametrize(
    ("encoding", "sent"),
    [
        ("gzip", MEMBERS),
        ("gzip", MEMBERS + bytes(20)),
        ("gzip", MEMBERS + b"\x1f no member"),
        ("gzip", gzip.compress(b"") + bytes(3) + MEMBERS),
        ("deflate", zlib.compress(TEXT.encode())),
        ("deflate", RAW_DEFLATE),
    ],
    ids=["members", "padded", "ending in garbage", "empty member", "deflate", "raw deflate"],
)
def test_a_page_is_whole_however_it_is_parted(encoding, sent, size):
    """Whatever comes in one piece off the wire, down to single bytes."""
    inner = unpacker(encoding)
    found = [inner.feed(sent[n : n + size], 200_000) for n in range(0, len(sent), size)]

    assert b"".join(found).decode() == TEXT
    assert inner.ended()


def test_no_piece_unpacks_to_more_than_its_room():
    """The limit holds over all members together."""
    assert len(unpacker("gzip").feed(gzip.compress(bytes(80)) * 9, 100)) == 101


def test_no_cookie_is_sent_back_and_the_agent_is_named(server):
    server.asked.clear()
    Fetcher(LIMITS, contact="https://newsroom.example/bot").fetch(server.link("/cookie"))

    first, second = server.asked
    assert "ookie" not in second
    for head in (first, second):
        assert "User-Agent: OnRecord/" in head
        assert "https://newsroom.example/bot" in head
        assert f"Host: 127.0.0.1:{server.port}" in head


@pytest.mark.parametrize("scheme", ["http", "https"])
@pytest.mark.parametrize("host", INSIDE)
def test_no_link_leads_into_our_house(host, scheme):
    """Without the tests' setting this machine itself is as closed as the rest of the house."""
    with pytest.raises(NotFetched, match=r"private network|no site"):
        Fetcher().fetch(f"{scheme}://{host}/page")


@pytest.mark.parametrize("code", [301, 302, 303, 307, 308])
@pytest.mark.parametrize("host", [each for each in INSIDE if each not in THIS_MACHINE])
def test_no_redirect_leads_into_our_house(host, code):
    with hostile_server({"/": redirect(f"http://{host}:1/", code)}) as server:
        with pytest.raises(NotFetched, match=r"private network|no site"):
            Fetcher(LIMITS).fetch(server.link("/"))
        assert len(server.asked) == 1


def test_a_name_that_leads_into_our_house_is_refused(server):
    inside = names({"cdn.example": ["10.0.0.7"], "both.example": ["192.168.0.1", "fd00::1"]})
    for host in ("cdn.example", "both.example"):
        with pytest.raises(NotFetched, match="private network"):
            Fetcher(LIMITS, resolver=inside).fetch(server.link("/page", host))


def test_of_several_addresses_only_the_worlds_are_asked(server):
    mixed = names({"mixed.example": ["10.0.0.7", "127.0.0.1"]})

    found = Fetcher(LIMITS, resolver=mixed).fetch(server.link("/page", "mixed.example"))

    assert found.data.decode() == TEXT


def test_a_name_is_resolved_once_and_connected_to_as_it_was_judged(server, monkeypatch):
    """Whoever owns the name answers otherwise at the second look: there is none."""
    answers = iter([["127.0.0.1"], ["10.0.0.1"]])
    asked: list[str] = []
    looked_up: list[str] = []
    system = socket.getaddrinfo

    def rebinding(host: str, port: int) -> Sequence[str]:
        asked.append(host)
        return next(answers)

    def watched(host, *rest, **more):
        looked_up.append(str(host))
        return system(host, *rest, **more)

    monkeypatch.setattr(socket, "getaddrinfo", watched)
    Fetcher(LIMITS, resolver=rebinding).fetch(server.link("/page", "rebind.example"))

    assert asked == ["rebind.example"]
    assert set(looked_up) <= {"127.0.0.1"}


def test_every_hop_is_judged_anew(server):
    """The same name, resolved for the next hop, now leads into our house."""
    answers = iter([["127.0.0.1"], ["10.0.0.1"]])
    with pytest.raises(NotFetched, match="private network"):
        Fetcher(LIMITS, resolver=lambda host, port: next(answers)).fetch(
            server.link("/moved", "rebind.example")
        )


def test_a_resolver_that_never_answers_is_left(server):
    never = threading.Event()
    limits = Limits(whole=0.3, silence=0.3, allow_loopback=True)
    with pytest.raises(NotFetched, match="too long"):
        Fetcher(limits, resolver=lambda host, port: [str(never.wait(20))]).fetch(
            server.link("/page")
        )
    never.set()


def test_a_name_without_an_address_is_said_so():
    def unknown(host: str, port: int) -> Sequence[str]:
        raise socket.gaierror(-2, "Name or service not known")

    with pytest.raises(NotFetched, match=r"no site “nowhere\.example”"):
        Fetcher(LIMITS, resolver=unknown).fetch("https://nowhere.example/a")


def test_encryption_is_demanded_of_https(server):
    """A server that speaks plainly where https was asked for is no site."""
    with pytest.raises(NotFetched, match=r"cannot be reached|no web server|broke off"):
        Fetcher(LIMITS).fetch(server.link("/page").replace("http:", "https:"))


@pytest.mark.parametrize(
    ("link", "sentence"),
    [
        ("ftp://a.example/b", "“ftp:”"),
        ("file:///etc/passwd", "“file:”"),
        ("gopher://a.example/", "“gopher:”"),
        ("a.example/b", "none"),
        ("", "none"),
        ("http://user:word@a.example/", "user name"),
        ("http://user@a.example/", "user name"),
        ("http://good.example\\@10.0.0.1/", "no link"),
        ("http://a.example:22/", "port 22"),
        ("https://a.example:80/", "port 80"),
        ("http://a.example:8080/", "port 8080"),
        ("http://a.example:99999/", "no link"),
        ("http://a.example:x/", "no link"),
        ("http:///path", "no link"),
        ("http://a b.example/", "no link"),
        ("http://a.example/\r\nX-Evil: 1", "no link"),
        ("http://a.example/\x00", "no link"),
        ("http://[::1/", "no link"),
        ("http://[fe80::1%25eth0]/", "no link"),
        ("http://..example/", "no link"),
        ("http://" + "a" * 2_100 + ".example/", "no link"),
    ],
)
def test_a_link_that_may_not_be_asked_for(link, sentence):
    with pytest.raises(NotFetched, match=re.escape(sentence)):
        target(link)


@pytest.mark.parametrize(
    ("link", "asked"),
    [
        ("https://a.example", "https://a.example/"),
        ("HTTPS://A.Example:443/B?c=d e".replace(" ", "%20"), "https://a.example/B?c=d%20e"),
        ("https://zürich.example/straße?q=ü", "https://xn--zrich-kva.example/stra%C3%9Fe?q=%C3%BC"),
        ("https://a.example/b#c", "https://a.example/b"),
        ("https://a.example./b", "https://a.example/b"),
    ],
)
def test_a_link_is_asked_for_as_browsers_do(link, asked):
    assert target(link).url == asked


@pytest.mark.parametrize(
    "address",
    [
        "93.184.216.34",
        "8.8.8.8",
        "2606:2800:220:1:248:1893:25c8:1946",
        "2606:2800:220:1:248:5efe:25c8:1946",
    ],
)
def test_the_worlds_addresses_are_public(address):
    assert is_public(address)


@pytest.mark.parametrize(
    "text", ["", "localhost", "127.0.0.1.", "1.2.3", "0x7f.0.0.1", "fe80::1%eth0"]
)
def test_what_is_no_plain_address_is_not_public(text):
    assert not is_public(text)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("30", "in a minute"),
        ("3600", "in 60 minutes"),
        ("10000", "in 3 hours"),
        ("400000", "in 5 days"),
        ("Sun, 22 Nov 2026 12:10:00 GMT", "in 10 minutes"),
        ("soon", "later"),
        (None, "later"),
        ("9" * 4_000, "later"),
    ],
)
def test_how_long_a_site_asks_to_wait(asked, said):
    now = datetime.datetime(2026, 11, 22, 12, tzinfo=datetime.UTC)
    assert refusal(429, asked, now).endswith(f"Try again {said}.")


@pytest.mark.parametrize("code", [403, 429, 503])
def test_a_short_wait_is_waited_once(code):
    """And then the page is there; asked twice, and no more."""
    answers = {"/page": in_turn(status(code, "Retry-After: 1"), page("<p>There.</p>"))}
    with hostile_server(answers) as server:
        assert b"There." in Fetcher(LIMITS).fetch(server.link("/page")).data
        assert len(server.asked) == 2


@pytest.mark.parametrize(
    ("limits", "wait"),
    [
        pytest.param(LIMITS, "30", id="too long to wait"),
        pytest.param(replace(LIMITS, whole=1.5), "4", id="longer than there is time"),
        pytest.param(LIMITS, "Sun, 22 Nov 2099 12:10:00 GMT", id="far off"),
    ],
)
def test_a_long_wait_is_left_to_the_person(limits, wait):
    with hostile_server({"/page": status(429, f"Retry-After: {wait}")}) as server:
        with pytest.raises(NotFetched, match="Try again in"):
            Fetcher(limits).fetch(server.link("/page"))
        assert len(server.asked) == 1


def test_waiting_in_a_circle_ends():
    """A redirect does not give a site a second wait."""
    answers = {"/page": in_turn(status(429, "Retry-After: 1"), redirect("/page"), status(429))}
    with hostile_server(answers) as server, pytest.raises(NotFetched, match="Try again later"):
        Fetcher(LIMITS).fetch(server.link("/page"))
