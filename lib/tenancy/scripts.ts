// The scripts of Unicode's UAX 31 table 5: in everyday use, and so what people can be expected to read.
const RECOMMENDED_SCRIPTS = [
  "Arabic",
  "Armenian",
  "Bengali",
  "Bopomofo",
  "Cyrillic",
  "Devanagari",
  "Ethiopic",
  "Georgian",
  "Greek",
  "Gujarati",
  "Gurmukhi",
  "Han",
  "Hangul",
  "Hebrew",
  "Hiragana",
  "Kannada",
  "Katakana",
  "Khmer",
  "Lao",
  "Latin",
  "Malayalam",
  "Myanmar",
  "Oriya",
  "Sinhala",
  "Tamil",
  "Telugu",
  "Thaana",
  "Thai",
  "Tibetan",
];

// The mixtures that Unicode's "highly restrictive" level (UTS 39, 5.2) allows.
const MIXTURES = [
  ["Latin", "Han", "Hiragana", "Katakana"],
  ["Latin", "Han", "Bopomofo"],
  ["Latin", "Han", "Hangul"],
];

const patterns = [...RECOMMENDED_SCRIPTS.map((script) => [script]), ...MIXTURES].map(writtenIn);

/**
 * Letters of other scripts that pass for a Latin one, from Unicode's confusables: enough to write
 * whole Latin words with. Greek sigma and the like are left out, since nobody takes them for Latin.
 */
const LATIN_LOOKALIKES: Readonly<Record<string, string>> = {
  Cyrillic: "асԁеԍһіјӏорԛѕԝхугвьпгѵѡ",
  Greek: "αγικνορυϲϳ",
  Armenian: "ցհոզօսյ",
};

// Small capitals and phonetic letters that differ from a-z by a hair. Those that languages are written
// with (ə, ɛ, ɔ, ɓ, ɗ) are not among them.
const PHONETIC_LOOKALIKES = /[ɑɡɩɪɢɴʀʙʜʟʏꜰꜱ\u1d00-\u1d25]/u;

/** Whether a label is of letters, digits and hyphens that keep to one script, or a usual mixture. */
export function isSingleScript(label: string): boolean {
  return /^[\p{L}\p{M}\p{N}\-·・]+$/u.test(label) && patterns.some((pattern) => pattern.test(label));
}

/** Whether a Latin label contains letters that only pass for ordinary ones ("ɡoogle"). */
export function hasPhoneticLookalike(label: string): boolean {
  return PHONETIC_LOOKALIKES.test(label);
}

/**
 * The script of a label that is written in another script but reads as Latin letters from end to end
 * ("аррӏе"); null for every other label.
 */
export function findLatinImpostor(label: string): string | null {
  const letters = label.normalize("NFD").replace(/[\p{M}\p{N}-]/gu, "");
  if (letters === "") return null;
  const found = Object.entries(LATIN_LOOKALIKES).find(([, lookalikes]) =>
    [...letters].every((letter) => lookalikes.includes(letter)),
  );
  return found?.[0] ?? null;
}

/** Whether every letter of a label belongs to a script. */
export function isWrittenIn(label: string, script: string): boolean {
  return writtenIn([script]).test(label);
}

function writtenIn(scripts: readonly string[]): RegExp {
  const letters = scripts.map((script) => `\\p{Script_Extensions=${script}}`).join("");
  return new RegExp(`^[${letters}\\p{Script=Common}\\p{Script=Inherited}]+$`, "u");
}
