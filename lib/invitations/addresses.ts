import { CSV_START, csvLine } from "@/lib/text/csv";

/** E-mail addresses that one list may hold. */
export const MOST_ADDRESSES = 200;

/** Characters of such a list. */
export const ADDRESSES_MAX_LENGTH = 60_000;

/** A line without an address in it. */
export interface BadLine {
  /** From 1. */
  line: number;
  /** Its beginning. */
  text: string;
}

/** What a list holds. `addresses` are in small letters, each once. */
export interface AddressList {
  addresses: string[];
  bad: BadLine[];
}

const ADDRESS = /^[^\s@<>()[\]\\,;:"]{1,64}@[a-z0-9](?:[a-z0-9.-]{0,188}[a-z0-9])?\.[a-z]{2,63}$/;
const SHOWN = 80;

function addressIn(line: string): string | null {
  const cells = line.split(/[,;\t]/).map((cell) =>
    cell
      .replace(/["'<>]/g, " ")
      .trim()
      .toLowerCase(),
  );
  const words = cells.flatMap((cell) => cell.split(/\s+/));
  return words.find((word) => ADDRESS.test(word)) ?? null;
}

/** Reads a pasted list or a CSV file: an address a line, wherever in it. A head of columns is passed over. */
export function readAddresses(text: string): AddressList {
  const lines = text.replace(/^\uFEFF/, "").split(/\r\n|\r|\n/);
  const addresses = new Set<string>();
  const bad: BadLine[] = [];
  lines.forEach((line, index) => {
    if (/^[\s,;]*$/.test(line)) return;
    const address = addressIn(line);
    if (address) addresses.add(address);
    else if (index > 0 || line.includes("@") || !/mail/i.test(line))
      bad.push({ line: index + 1, text: [...line.trim()].slice(0, SHOWN).join("") });
  });
  return { addresses: [...addresses], bad };
}

/** The links as a CSV file. */
export function writeLinks(links: readonly { email: string; url: string }[], until: string): string {
  const rows = links.map(({ email, url }) => csvLine([email, url, until]));
  return [CSV_START, csvLine(["email", "link", "until"]), ...rows].join("");
}
