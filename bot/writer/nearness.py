"""Nearness: whether a model's server is this machine. Pure."""

from __future__ import annotations

import ipaddress


def is_here(host: str) -> bool:
    """Tell whether a host is this machine."""
    if host.casefold() == "localhost" or host.casefold().endswith(".localhost"):
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
