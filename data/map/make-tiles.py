#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the base map from Natural Earth 1:50m: tiles.bin and countries.json. See README.md.

make-tiles.py [world-atlas/countries-50m.json]   without a file, it is fetched by `npm pack`
"""
import collections
import json
import math
import pathlib
import struct
import subprocess
import sys
import tarfile
import tempfile

PACKAGE = 'world-atlas@2.0.2'
MAX_ZOOM = 5
EXTENT = 4096       # units across a tile
PIXEL = EXTENT / 256
BUFFER = 4 * PIXEL  # what is drawn beyond the edge, so that no line ends at it
TOLERANCE = 0.3     # of a pixel: what is left out below the last zoom, which alone is enlarged
SMALLEST = 1.5      # square pixels: islands smaller than that wait for the last zoom
MAGIC = b'MACHIMT1'

# Where a border is drawn broken: the two sides, and the box (west, south, east, north) if not all of it is contested.
CONTESTED = [
    ('Siachen Glacier', None, None),
    ('India', 'Pakistan', (73.5, 32.4, 78.2, 37.2)),   # the Line of Control
    ('India', 'China', (77.5, 31.6, 80.4, 36.0)),      # Aksai Chin
    ('India', 'China', (91.4, 26.4, 97.6, 29.8)),      # Arunachal Pradesh
    ('China', 'Bhutan', None),
    ('North Korea', 'South Korea', None),              # the Military Demarcation Line
    ('Israel', 'Palestine', None),
    ('Israel', 'Syria', None),
    ('Cyprus', 'N. Cyprus', None),
    ('Russia', 'Ukraine', (32.0, 44.0, 37.0, 46.4)),   # Crimea
    ('Georgia', 'Russia', (40.0, 42.3, 44.9, 43.7)),   # Abkhazia, South Ossetia
    ('Serbia', 'Kosovo', None),
    ('Morocco', 'W. Sahara', None),
    ('Somalia', 'Somaliland', None),
]


# ---- The source -----------------------------------------------------------------------------------------------------

def fetch():
    """The bytes of countries-50m.json, out of the npm package."""
    with tempfile.TemporaryDirectory() as folder:
        name = subprocess.run(['npm', 'pack', '--silent', PACKAGE], cwd=folder, check=True, text=True,
                              capture_output=True).stdout.split()[-1]
        with tarfile.open(pathlib.Path(folder) / name) as package:
            return package.extractfile('package/countries-50m.json').read()


def decode_arcs(topology):
    """The arcs as lists of (longitude, latitude)."""
    (scale_x, scale_y), (left, bottom) = topology['transform']['scale'], topology['transform']['translate']
    for arc in topology['arcs']:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * scale_x + left, y * scale_y + bottom))
        yield points


def polygons_of(geometry):
    return [geometry['arcs']] if geometry['type'] == 'Polygon' else geometry['arcs']


def arcs_of(geometry):
    return {arc if arc >= 0 else ~arc for polygon in polygons_of(geometry) for ring in polygon for arc in ring}


def ring_points(ring, arcs):
    """The points of a ring of arcs, the last not the first again; one that goes round the pole is closed there."""
    points = []
    for arc in ring:
        part = arcs[arc] if arc >= 0 else arcs[~arc][::-1]
        points += unwrap(part, points[-1] if points else part[0])[1 if points else 0:]
    turns = round(points[-1][0] - points[0][0])
    if turns:
        return points + [(points[-1][0], 1), (points[0][0], 1)]
    return points[:-1]


def unwrap(points, before):
    """The source goes on from 180° E to 180° W; here such points come to lie beyond the edge of the world."""
    result = []
    for x, y in points:
        x += round(before[0] - x)
        before = (x, y)
        result.append(before)
    return result


def turned(rings):
    """The polygon as often as it shows in the world, which is 1 wide, or in the buffer beside it."""
    for turn in (-1, 0, 1):
        copy = [[(x + turn, y) for x, y in ring] for ring in rings]
        if min(p[0] for p in copy[0]) < 1 + BUFFER / EXTENT and max(p[0] for p in copy[0]) > -BUFFER / EXTENT:
            yield copy


def mercator(point):
    """From degrees to the square of the world: 0 to 1, from the west and from the north."""
    longitude, latitude = point
    sine = math.sin(math.radians(max(-85.0511287, min(85.0511287, latitude))))
    return (longitude + 180) / 360, 0.5 - math.log((1 + sine) / (1 - sine)) / (4 * math.pi)


# ---- Borders --------------------------------------------------------------------------------------------------------

def is_contested(pair, point):
    for first, second, box in CONTESTED:
        if first in pair and (second is None or second in pair):
            if box is None or (box[0] <= point[0] <= box[2] and box[1] <= point[1] <= box[3]):
                return True
    return False


def split_border(points, pair):
    """A border as runs of (contested, points)."""
    runs = []
    for a, b in zip(points, points[1:]):
        middle = ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2)
        contested = is_contested(pair, middle)
        if not runs or runs[-1][0] != contested:
            runs.append((contested, [a]))
        runs[-1][1].append(b)
    return runs


def find_borders(countries, arcs):
    """What two countries share, by whether it is contested."""
    owners = collections.defaultdict(list)
    for country in countries:
        for arc in arcs_of(country):
            owners[arc].append(country['properties']['name'])
    borders = {False: [], True: []}
    for arc, names in sorted(owners.items()):
        if len(names) == 2:
            for contested, run in split_border(arcs[arc], names):
                borders[contested].append([mercator(point) for point in run])
    return borders


# ---- Geometry -------------------------------------------------------------------------------------------------------

def simplify(points, tolerance):
    """Douglas and Peucker: no point left out is farther than the tolerance from the line."""
    keep = [False] * len(points)
    keep[0] = keep[-1] = True
    stack = [(0, len(points) - 1)]
    while stack:
        first, last = stack.pop()
        (ax, ay), (bx, by) = points[first], points[last]
        dx, dy = bx - ax, by - ay
        length = math.hypot(dx, dy)
        worst, found = tolerance, None
        for i in range(first + 1, last):
            x, y = points[i][0] - ax, points[i][1] - ay
            distance = abs(x * dy - y * dx) / length if length else math.hypot(x, y)
            if distance > worst:
                worst, found = distance, i
        if found is not None:
            keep[found] = True
            stack += [(first, found), (found, last)]
    return [point for point, kept in zip(points, keep) if kept]


def area(ring):
    """Twice the area, positive where the ring is clockwise on the screen."""
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:] + ring[:1]))


def clip_half(ring, axis, limit, above):
    """Sutherland and Hodgman: the part of a ring on one side of a line."""
    result = []
    previous = ring[-1] if ring else None
    for point in ring:
        inside = (point[axis] >= limit) == above
        if inside != ((previous[axis] >= limit) == above):
            share = (limit - previous[axis]) / (point[axis] - previous[axis])
            other = previous[1 - axis] + share * (point[1 - axis] - previous[1 - axis])
            result.append((limit, other) if axis == 0 else (other, limit))
        if inside:
            result.append(point)
        previous = point
    return result


def clip_ring(ring, axis, low, high):
    return clip_half(clip_half(ring, axis, low, True), axis, high, False)


def clip_line(line, axis, low, high):
    """The parts of a line between two limits."""
    parts, part = [], []
    for a, b in zip(line, line[1:]):
        start, end = 0.0, 1.0
        step = b[axis] - a[axis]
        if step:
            bounds = sorted(((low - a[axis]) / step, (high - a[axis]) / step))
            start, end = max(start, bounds[0]), min(end, bounds[1])
        elif not low <= a[axis] <= high:
            start, end = 1.0, 0.0
        if start > end:
            continue
        first, last = ((a[0] + s * (b[0] - a[0]), a[1] + s * (b[1] - a[1])) for s in (start, end))
        if start > 0 or not part:
            if len(part) > 1:
                parts.append(part)
            part = [first]
        part.append(last)
        if end < 1:
            parts.append(part)
            part = []
    if len(part) > 1:
        parts.append(part)
    return parts


# ---- Vector tiles (github.com/mapbox/vector-tile-spec) --------------------------------------------------------------

def varint(value):
    data = bytearray()
    while value > 127:
        data.append(value & 127 | 128)
        value >>= 7
    data.append(value)
    return bytes(data)


def field(number, payload):
    if isinstance(payload, int):
        return varint(number << 3) + varint(payload)
    return varint(number << 3 | 2) + varint(len(payload)) + payload


def zigzag(value):
    return value << 1 if value >= 0 else (-value << 1) - 1


class Geometry:
    """The commands of one feature."""

    def __init__(self):
        self.data = bytearray()
        self.at = (0, 0)

    def move(self, points):
        for point in points:
            self.data += varint(zigzag(point[0] - self.at[0])) + varint(zigzag(point[1] - self.at[1]))
            self.at = point

    def add(self, points, closed):
        self.data += varint(1 | 1 << 3)
        self.move(points[:1])
        self.data += varint(2 | (len(points) - 1) << 3)
        self.move(points[1:])
        if closed:
            self.data += varint(7 | 1 << 3)


def layer(name, kind, geometry):
    """A layer of one feature; kind 2 is lines, 3 polygons."""
    feature = field(3, kind) + field(4, bytes(geometry.data))
    return field(3, field(15, 2) + field(1, name.encode()) + field(2, feature) + field(5, EXTENT))


# ---- Tiles ----------------------------------------------------------------------------------------------------------

def span(points, axis, zoom):
    """The first and last column (or row) of tiles that a thing touches, with the buffer."""
    count, margin = 2 ** zoom, BUFFER / EXTENT
    values = [point[axis] * count for point in points]
    return max(0, math.floor(min(values) - margin)), min(count - 1, math.floor(max(values) + margin))


def limits(index, zoom):
    count, margin = 2 ** zoom, BUFFER / EXTENT
    return (index - margin) / count, (index + 1 + margin) / count


def to_units(points, x, y, zoom):
    """In units of the tile, whole, none twice in a row."""
    result = []
    for point in points:
        place = (round((point[0] * 2 ** zoom - x) * EXTENT), round((point[1] * 2 ** zoom - y) * EXTENT))
        if not result or place != result[-1]:
            result.append(place)
    return result


def cut_polygon(polygon, zoom, tiles):
    """Adds a polygon, its hull first, to each tile that it touches."""
    first, last = span(polygon[0], 0, zoom)
    for x in range(first, last + 1):
        column = [clip_ring(ring, 0, *limits(x, zoom)) for ring in polygon]
        if len(column[0]) < 3:
            continue
        top, bottom = span(column[0], 1, zoom)
        for y in range(top, bottom + 1):
            rings = [clip_ring(ring, 1, *limits(y, zoom)) for ring in column]
            add_rings([to_units(ring, x, y, zoom) for ring in rings], tiles[zoom, x, y], zoom)


def add_rings(rings, geometry, zoom):
    least = 2 * (SMALLEST * PIXEL * PIXEL if zoom < MAX_ZOOM else 8)
    for i, ring in enumerate(rings):
        if len(ring) > 1 and ring[0] == ring[-1]:
            ring = ring[:-1]
        size = area(ring) if len(ring) > 2 else 0
        if abs(size) < least:
            if i == 0:
                return
            continue
        geometry.add(ring if (size > 0) == (i == 0) else ring[::-1], True)


def cut_line(line, zoom, tiles):
    first, last = span(line, 0, zoom)
    for x in range(first, last + 1):
        for column in clip_line(line, 0, *limits(x, zoom)):
            top, bottom = span(column, 1, zoom)
            for y in range(top, bottom + 1):
                for part in clip_line(column, 1, *limits(y, zoom)):
                    points = to_units(part, x, y, zoom)
                    if len(points) > 1:
                        tiles[zoom, x, y].add(points, False)


def make_tiles(land, arcs, borders):
    """The bytes of all tiles that are not only water, by (zoom, x, y)."""
    shapes = {name: collections.defaultdict(Geometry) for name in ('land', 'border', 'contested')}
    for zoom in range(MAX_ZOOM + 1):
        tolerance = TOLERANCE / 256 / 2 ** zoom if zoom < MAX_ZOOM else 0
        coarse = [simplify(arc, tolerance) if tolerance else arc for arc in arcs]
        for polygon in land:
            rings = [ring_points(ring, coarse) for ring in polygon]
            for copy in turned(rings) if len(rings[0]) > 2 else ():
                cut_polygon(copy, zoom, shapes['land'])
        for contested, lines in borders.items():
            for line in lines:
                cut_line(simplify(line, tolerance) if tolerance else line, zoom,
                         shapes['contested' if contested else 'border'])
    tiles = collections.defaultdict(bytes)
    for name, kind in (('land', 3), ('border', 2), ('contested', 2)):
        for place, geometry in sorted(shapes[name].items()):
            if geometry.data:
                tiles[place] += layer(name, kind, geometry)
    return tiles


def pack(tiles):
    """One file: magic, count, zooms; an index of (key, offset, length) in order of keys; the tiles, equal ones once."""
    index, body, seen = [], bytearray(), {}
    start = len(MAGIC) + 8 + 12 * len(tiles)
    for (zoom, x, y), data in tiles.items():
        if data not in seen:
            seen[data] = start + len(body)
            body += data
        index.append((zoom << 24 | x << 12 | y, seen[data], len(data)))
    head = MAGIC + struct.pack('<IHH', len(index), 0, MAX_ZOOM)
    return head + b''.join(struct.pack('<III', *entry) for entry in sorted(index)) + bytes(body)


# ---- Where the names of countries stand -----------------------------------------------------------------------------

def crossings(ring, y):
    for a, b in zip(ring, ring[1:] + ring[:1]):
        if (a[1] > y) != (b[1] > y):
            yield a[0] + (y - a[1]) / (b[1] - a[1]) * (b[0] - a[0])


def find_label(rings):
    """The middle of the roomiest place for a line of text in a polygon, in the square of the world, and its width."""
    low, high = min(p[1] for p in rings[0]), max(p[1] for p in rings[0])
    centre = (low + high) / 2
    best = (0, 0, rings[0][0][0], centre)
    for step in range(1, 40):
        y = low + (high - low) * step / 40
        xs = sorted(x for ring in rings for x in crossings(ring, y))
        for left, right in zip(xs[::2], xs[1::2]):
            worth = (right - left) * (1 - 0.8 * abs(y - centre) / (high - low))
            best = max(best, (worth, right - left, (left + right) / 2, y))
    return best[1:]


def find_country(country, arcs):
    """Where the name of a country stands, and how much room it has, in degrees of longitude."""
    polygons = [[ring_points(ring, arcs) for ring in polygon] for polygon in polygons_of(country)]
    polygons.sort(key=lambda rings: -abs(area(rings[0])))
    width, x, y = find_label(polygons[0])
    near = [point for rings in polygons if abs(area(rings[0])) >= abs(area(polygons[0][0])) / 10
            for point in rings[0] if abs(point[0] - x) < 0.25]
    reach = min(max(p[i] for p in near) - min(p[i] for p in near) for i in (0, 1))
    latitude = math.degrees(math.atan(math.sinh(math.pi * (1 - 2 * y))))
    return {'number': int(country['id']), 'coordinates': [round(x % 1 * 360 - 180, 2), round(latitude, 2)],
            'room': round(360 * max(width, 0.7 * reach), 2)}


def write_countries(countries, arcs, path):
    found = [find_country(country, arcs) for country in countries
             if country.get('id') and country['properties']['name'] != 'Antarctica']
    found.sort(key=lambda place: place['room'])
    # Some islands bear the number of the country that they belong to: the roomiest place stands for it.
    found = list({place['number']: place for place in found}.values())
    found.sort(key=lambda place: (-place['room'], place['number']))
    lines = ',\n'.join('    ' + json.dumps(place) for place in found)
    path.write_text('{\n  "kind": "countries",\n  "countries": [\n' + lines + '\n  ]\n}\n', encoding='utf-8')


def main():
    here = pathlib.Path(__file__).resolve().parent
    topology = json.loads(pathlib.Path(sys.argv[1]).read_bytes() if sys.argv[1:] else fetch())
    countries = topology['objects']['countries']['geometries']
    degrees = list(decode_arcs(topology))
    arcs = [[mercator(point) for point in arc] for arc in degrees]
    arcs = [unwrap(arc, arc[0]) for arc in arcs]
    land = [polygon for part in topology['objects']['land']['geometries'] for polygon in polygons_of(part)]
    tiles = make_tiles(land, arcs, find_borders(countries, degrees))
    data = pack(tiles)
    (here / 'tiles.bin').write_bytes(data)
    write_countries(countries, arcs, here / 'countries.json')
    print(f'{len(tiles)} tiles, {len(data)} bytes')


main()
