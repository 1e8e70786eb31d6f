"""Which network addresses belong to the world, and which to our own house. Pure."""

from __future__ import annotations

import ipaddress

Address = ipaddress.IPv4Address | ipaddress.IPv6Address

# Forms of IPv6 that carry an IPv4 address within: RFC 4291 (compatible), 3056 (6to4), 4380
# (Teredo), 6052 and 8215 (NAT64). No site needs to be reached so. What a network chose as its own
# prefix for such (RFC 6052 2.2, 5969) looks like any other address, and nobody outside can know it.
_CARRIERS = tuple(
    map(
        ipaddress.IPv6Network,
        ("::/96", "::ffff:0:0/96", "::ffff:0:0:0/96", "2002::/16", "2001::/32", "64:ff9b::/32"),
    )
)
# What Python's is_global calls global, or did in some of its versions, and is not a site's:
# relays of 6to4 (RFC 7526), segment routing (RFC 9602), documentation (RFC 9637), site-local
# (RFC 3879), and the tables of keys that clouds keep at addresses of their own.
_OTHERS = tuple(
    map(
        ipaddress.ip_network,
        (
            "192.88.99.0/24",
            "192.0.0.0/24",
            "100.64.0.0/10",
            "168.63.129.16/32",
            "100.100.100.200/32",
            "5f00::/16",
            "3fff::/20",
            "fec0::/10",
            "fd00:ec2::254/128",
        ),
    )
)
# ISATAP (RFC 5214, 6.1) carries an IPv4 address behind any prefix: the last 64 bits are 0000:5efe
# and the address. Two of their bits, "universal" and "group", may be set.
_ISATAP, _ISATAP_MASK = 0x0000_5EFE, 0xFCFF_FFFF
_LOOPBACK = (ipaddress.ip_network("127.0.0.0/8"), ipaddress.ip_network("::1/128"))


def is_public(text: str) -> bool:
    """Tell whether an address is one of the world's, where any site may be.

    False for private, loopback, link-local, shared (CGNAT), multicast and reserved addresses, for
    every standard form of IPv6 that carries an IPv4 address, and for what is no address at all.
    """
    address = _address(text)
    if address is None or not address.is_global or address.is_multicast or address.is_reserved:
        return False
    if address.version == 6 and _carries_another(address):
        return False
    return not any(address in network for network in _OTHERS)


def _carries_another(address: ipaddress.IPv6Address) -> bool:
    isatap = int(address) >> 32 & _ISATAP_MASK == _ISATAP
    return isatap or any(address in network for network in _CARRIERS)


def is_loopback(text: str) -> bool:
    """Tell whether an address is this machine itself, in its plain form."""
    address = _address(text)
    return address is not None and any(address in network for network in _LOOPBACK)


def _address(text: str) -> Address | None:
    try:
        return ipaddress.ip_address(text)
    except ValueError:
        return None
