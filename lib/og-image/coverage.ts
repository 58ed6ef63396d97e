const SEGMENTS = 4;
const GROUPS = 12;

/** Code points that a TrueType or OpenType font can draw, from its character map (formats 4 and 12). */
export function listCodePoints(font: Buffer): number[] {
  const map = findTable(font, "cmap");
  if (map === null) return [];
  const tables = Array.from({ length: font.readUInt16BE(map + 2) }, (_, index) => {
    return map + font.readUInt32BE(map + 4 + index * 8 + 4);
  });
  return tables.flatMap((table) => {
    const format = font.readUInt16BE(table);
    if (format === SEGMENTS) return readSegments(font, table);
    return format === GROUPS ? readGroups(font, table) : [];
  });
}

function findTable(font: Buffer, tag: string): number | null {
  const count = font.readUInt16BE(4);
  for (let entry = 12; entry < 12 + count * 16; entry += 16) {
    if (font.toString("latin1", entry, entry + 4) === tag) return font.readUInt32BE(entry + 8);
  }
  return null;
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
}

// A code point of a segment may still stand for the missing glyph: the fonts used here have none such.
function readSegments(font: Buffer, table: number): number[] {
  const bytes = font.readUInt16BE(table + 6);
  const ends = table + 14;
  const starts = ends + bytes + 2;
  return range(0, bytes / 2 - 1).flatMap((index) => {
    const [from, to] = [font.readUInt16BE(starts + index * 2), font.readUInt16BE(ends + index * 2)];
    return from === 0xffff ? [] : range(from, to);
  });
}

function readGroups(font: Buffer, table: number): number[] {
  return range(0, font.readUInt32BE(table + 12) - 1).flatMap((index) => {
    const group = table + 16 + index * 12;
    return range(font.readUInt32BE(group), font.readUInt32BE(group + 4));
  });
}
