"""In which year an outlet first came out: no article of its is older. Pure.

A page may say so itself (``foundingDate`` of its publisher). For outlets that many newsrooms read
the year stands here, of the oldest paper that goes on in it, as the outlets' own histories and
Wikipedia's articles on them give it. It is a bound, not a date: where sources differ, the earlier
year stands. An outlet that is not known has no bound.
"""

from __future__ import annotations

import re

from index.intake.line.link import outlet_of

_FIRST = """
nzz.ch 1780 | thetimes.co.uk 1785 | thetimes.com 1785 | belfasttelegraph.co.uk 1870
observer.co.uk 1791 | nypost.com 1801 | scotsman.com 1817 | theguardian.com 1821 | lefigaro.fr 1826
inquirer.com 1829 | smh.com.au 1831 | afp.com 1835 | timesofindia.indiatimes.com 1838
economist.com 1843 | theglobeandmail.com 1844 | apnews.com 1846
chicagotribune.com 1847 | nytimes.com 1851 | reuters.com 1851 | theage.com.au 1854
telegraph.co.uk 1855 | theatlantic.com 1857 | irishtimes.com 1859 | nzherald.co.nz 1863
sfchronicle.com 1865 | bostonglobe.com 1872 | corriere.it 1876 | washingtonpost.com 1877
thehindu.com 1878 | latimes.com 1881 | ft.com 1888 | wsj.com 1889 | thestar.com 1892
dailymail.co.uk 1896 | japantimes.co.jp 1897 | mirror.co.uk 1903 | scmp.com 1903 | upi.com 1907
csmonitor.com 1908 | forbes.com 1917 | bbc.co.uk 1922 | bbc.com 1922 | time.com 1923
newyorker.com 1925 | cbsnews.com 1927 | newsweek.com 1933 | nbcnews.com 1938 | abcnews.go.com 1943
lemonde.fr 1944 | sueddeutsche.de 1945 | yle.fi 1926 | zeit.de 1946 | spiegel.de 1947 | dpa.com 1949
faz.net 1949 | dw.com 1953 | thesun.co.uk 1964 | npr.org 1970 | repubblica.it 1976 | elpais.com 1976
taz.de 1978 | cnn.com 1980 | bloomberg.com 1981 | usatoday.com 1982 | independent.co.uk 1986
derstandard.at 1988 | thehill.com 1994 | salon.com 1995 | slate.com 1996 | msnbc.com 1996
foxnews.com 1996 | aljazeera.com 1996 | theregister.com 1994 | huffpost.com 2005
breitbart.com 2005 | france24.com 2006 | politico.com 2006 | propublica.org 2007
politico.eu 2015 | vox.com 2014 | businessinsider.com 2007 | thedailybeast.com 2008
dailycaller.com 2010 | theintercept.com 2014
mediapart.fr 2008 | buzzfeednews.com 2011 | theconversation.com 2011 | axios.com 2016
"""
_FIRST_YEARS = {
    host: int(year) for host, year in (one.split() for one in re.split(r"[|\n]", _FIRST.strip()))
}
_YEAR = re.compile(r"\s*(1[6-9]\d\d|20\d\d)(?!\d)")


def first_year(url: str | None, stated: str | None = None) -> int | None:
    """Return the year before which an article at an address cannot be from, or None.

    ``stated``: when the outlet says that it was founded ("1851", "1851-09-18").
    """
    said = _YEAR.match(stated or "")
    if said:
        return int(said[1])
    host = outlet_of(url) if url else None
    while host and host not in _FIRST_YEARS:
        host = host.partition(".")[2]
    return _FIRST_YEARS[host] if host else None
