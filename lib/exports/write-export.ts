import { escapeHtml } from "@/lib/markdown/plain-text";
import { MARK_SIDES } from "@/lib/media/sizes";
import { exportSections, type Section, type SectionName } from "@/lib/personal-data/sections";
import { CLOSE_PAGE, openPage, renderLine, STYLE } from "./pages";
import { belongsTo, countRows, type Line, placesOf, type Query, readRows, type Whose } from "./rows";
import { ZipFile } from "./zip-file";

/** Nobody wants it any more: cancelled, or its person is gone. */
export class NotWanted extends Error {}

export interface ExportSources {
  /** One connection in a read-only transaction that sees one moment. */
  query: Query;
  /** A file as its owner may see it; null where they may not any more. */
  readFile(bucket: "post-media" | "avatars", name: string): Promise<Buffer | null>;
  /** Says how far it is, in hundredths. Throws {@link NotWanted}. */
  advance(percent: number): Promise<void>;
  /** The heading of a section, or of the whole, in the person's language. */
  textOf(name: SectionName | "title"): string;
  locale: string;
}

const FORMAT = "archipelago-personal-export";
const PICTURE_WEIGHT = 20;

interface Progress {
  done: number;
  total: number;
  step(by: number): Promise<void>;
}

/** Tells at most once a second. */
function progressOf(total: number, advance: ExportSources["advance"]): Progress {
  let told = Date.now();
  return {
    done: 0,
    total,
    async step(by) {
      this.done += by;
      if (Date.now() - told < 1000) return;
      told = Date.now();
      await advance(Math.floor((100 * this.done) / Math.max(1, this.total)));
    },
  };
}

/** A batch becomes one piece: fewer and larger ones pass on faster, and leave less behind. */
async function* inPieces(
  batches: AsyncIterable<string[]>,
  progress: Progress,
  render: (row: string) => string,
): AsyncGenerator<Buffer> {
  for await (const rows of batches) {
    await progress.step(rows.length);
    yield Buffer.from(rows.map(render).join(""));
  }
}

async function* htmlPage(
  batches: AsyncIterable<string[]>,
  progress: Progress,
  frame: Parameters<typeof openPage>[0],
): AsyncGenerator<Buffer> {
  yield Buffer.from(openPage(frame));
  yield* inPieces(batches, progress, (row) => renderLine(JSON.parse(row) as Line));
  yield Buffer.from(CLOSE_PAGE);
}

type Counted = { name: SectionName; section: Section; count: number };

function indexPage(counted: readonly Counted[], { textOf, locale }: ExportSources): string {
  const items = counted.map(
    ({ name, count }) =>
      `<li><a href="pages/${name}.html">${escapeHtml(textOf(name))}</a> (${count}) · <a href="data/${name}.jsonl">JSON</a></li>`,
  );
  return `${openPage({ title: textOf("title"), locale, root: "" })}<ul>${items.join("\n")}</ul>${CLOSE_PAGE}`;
}

interface PictureLine extends Line {
  tenant_id: string;
  id: string;
  width: number;
}

/** Writes everything of somebody, or what is theirs in one community, into a ZIP. */
export async function writeExport(
  target: string,
  whose: Whose,
  sources: ExportSources,
): Promise<{ bytes: number; checksum: string }> {
  const { query, textOf, locale } = sources;
  const zip = new ZipFile(target);
  const places = await placesOf(query, whose);
  const counted: Counted[] = [];
  for (const [name, section] of Object.entries<Section>(exportSections)) {
    if (!belongsTo(section, whose)) continue;
    counted.push({
      name: name as SectionName,
      section,
      count: await countRows(query, section, whose, places),
    });
  }
  const rows = counted.reduce((sum, { count }) => sum + count, 0);
  const pictures = counted.find(({ name }) => name === "pictures")?.count ?? 0;
  const progress = progressOf(2 * rows + PICTURE_WEIGHT * pictures, sources.advance);
  await zip.add("index.html", [indexPage(counted, sources)]);
  await zip.add("style.css", [STYLE]);
  for (const { name, section } of counted) {
    await zip.add(
      `data/${name}.jsonl`,
      inPieces(readRows(query, section, whose, places), progress, (row) => `${row}\n`),
    );
    const frame = { title: textOf(name), locale, root: "../" };
    await zip.add(`pages/${name}.html`, htmlPage(readRows(query, section, whose, places), progress, frame));
  }
  const kept = { zip, whose, places, sources };
  const missing = [...(await addFaces(kept)), ...(await addPictures(kept, progress))];
  const files = [...zip.entries];
  const sections = Object.fromEntries(counted.map(({ name, count }) => [name, count]));
  const made = { format: FORMAT, version: 1, made_at: new Date().toISOString(), person: whose.userId };
  const manifest = { ...made, community: whose.tenantId, sections, files, missing };
  await zip.add("manifest.json", [`${JSON.stringify(manifest, null, 2)}\n`]);
  return zip.end();
}

interface Kept {
  zip: ZipFile;
  whose: Whose;
  places: readonly string[];
  sources: ExportSources;
}

/** Adds the largest file of each picture of oneself. Gives the names of those that could not be read. */
async function addFaces({ zip, whose, places, sources }: Kept): Promise<string[]> {
  const names = new Set<string>();
  for (const section of [exportSections.profile, exportSections.memberships, exportSections.faces]) {
    if (!belongsTo(section, whose)) continue;
    for await (const lines of readRows(sources.query, section, whose, places)) {
      for (const line of lines) {
        const { avatar_path } = JSON.parse(line) as { avatar_path: string | null };
        if (avatar_path) names.add(`${avatar_path}/${Math.max(...MARK_SIDES)}.webp`);
      }
    }
  }
  const missing: string[] = [];
  for (const name of names) {
    const content = await sources.readFile("avatars", name);
    if (content) await zip.add(`avatars/${name}`, [content]);
    else missing.push(`avatars/${name}`);
  }
  return missing;
}

/** Adds the largest file of each picture. Gives the names of those that could not be read. */
async function addPictures({ zip, whose, places, sources }: Kept, progress: Progress): Promise<string[]> {
  const { query, readFile } = sources;
  const missing: string[] = [];
  for await (const lines of readRows(query, exportSections.pictures, whose, places)) {
    for (const line of lines) {
      const { tenant_id, id, width } = JSON.parse(line) as PictureLine;
      const name = `${tenant_id}/${id}/${width}.webp`;
      const content = await readFile("post-media", name);
      if (content) await zip.add(`pictures/${name}`, [content]);
      else missing.push(`pictures/${name}`);
      await progress.step(PICTURE_WEIGHT);
    }
  }
  return missing;
}
