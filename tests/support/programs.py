"""Reads from stdin what programs are given, by programs that are none of ours, and writes as JSON what they make of it.

`programs.py atom`      a feed, by feedparser, and by Python's own strict reader of XML
`programs.py calendar`  a calendar, by icalendar
`programs.py table`     CSV, by Python's own reader
`programs.py sitemap`   a list of pages, or of such lists
`programs.py schema`    `{"schema": …, "data": …}`: what jsonschema objects to
`programs.py geojson`   a map, by geojson
`programs.py linked`    linked data, by PyLD: expanded, so that every name is a whole address
"""

import csv
import io
import json
import sys
import xml.etree.ElementTree as xml

ATOM = "{http://www.w3.org/2005/Atom}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}"


def atom(raw):
    import feedparser

    root, read = xml.fromstring(raw), feedparser.parse(raw)
    # feedparser knows what is meant; the languages of single texts are read from the elements themselves.
    languages = [
        {name: entry.find(ATOM + name).get(LANG) for name in ("title", "summary") if entry.find(ATOM + name) is not None}
        for entry in root.findall(ATOM + "entry")
    ]
    links = lambda of: {f"{link.rel} {link.get('hreflang', '')}".strip(): link.href for link in of.links}
    return {
        "broken": bool(read.bozo),
        "version": read.version,
        "id": read.feed.id,
        "language": root.get(LANG),
        "updated": read.feed.updated,
        "author": read.feed.author,
        "links": links(read.feed),
        "entries": [
            {
                "id": entry.id,
                "title": entry.title,
                "summary": entry.get("summary", ""),
                "published": entry.published,
                "updated": entry.updated,
                "author": entry.get("author", ""),
                "terms": [tag.term for tag in entry.get("tags", [])],
                "links": links(entry),
                "languages": said,
            }
            for entry, said in zip(read.entries, languages, strict=True)
        ],
    }


def calendar(raw):
    import icalendar

    read = icalendar.Calendar.from_ical(raw)
    at = lambda event, name: event.decoded(name).isoformat()
    return {
        "name": str(read["X-WR-CALNAME"]),
        "longest": max(len(line) for line in raw.split(b"\r\n")),
        "events": [
            {
                "uid": str(event["UID"]),
                "sequence": int(event["SEQUENCE"]),
                "at": at(event, "DTSTART"),
                "changed": at(event, "LAST-MODIFIED"),
                "stamp": at(event, "DTSTAMP"),
                "summary": str(event["SUMMARY"]),
                "description": str(event["DESCRIPTION"]),
                "url": str(event["URL"]),
                "errors": [str(error) for error in event.errors],
            }
            for event in read.walk("VEVENT")
        ],
    }


def table(raw):
    return list(csv.DictReader(io.StringIO(raw.decode("utf-8"), newline=""), strict=True))


def sitemap(raw):
    root = xml.fromstring(raw)
    return [
        {
            "address": page.find(SITEMAP + "loc").text,
            "languages": {link.get("hreflang"): link.get("href") for link in page.findall(XHTML + "link")},
        }
        for page in root
    ]


def schema(raw):
    import jsonschema

    both = json.loads(raw)
    jsonschema.Draft202012Validator.check_schema(both["schema"])
    return [error.message for error in jsonschema.Draft202012Validator(both["schema"]).iter_errors(both["data"])]


def geojson(raw):
    import geojson as reader

    read = reader.loads(raw)
    return {
        "kind": type(read).__name__,
        "errors": read.errors(),
        "features": [
            {"kind": type(feature).__name__, "coordinates": feature.geometry and list(feature.geometry.coordinates)}
            for feature in read.features
        ],
    }


def linked(raw):
    from pyld import jsonld

    # Nobody is asked over the network: whatever the word is, schema.org has it below its own address.
    def words(address, _options):
        if address.rstrip("/") != "https://schema.org":
            raise ValueError(f"the words of {address} are not known")
        document = {"@context": {"@vocab": "https://schema.org/"}}
        return {"contentType": "application/ld+json", "contextUrl": None, "documentUrl": address, "document": document}

    return jsonld.expand(json.loads(raw), {"documentLoader": words})


kinds = {
    "atom": atom,
    "calendar": calendar,
    "table": table,
    "sitemap": sitemap,
    "schema": schema,
    "geojson": geojson,
    "linked": linked,
}
json.dump(kinds[sys.argv[1]](sys.stdin.buffer.read()), sys.stdout)
