const words =
  `harbour evening rehearsal garden workshop lantern market rowing bread kitchen members autumn ferry street
music library archive notes river meeting compost seedlings bicycle repair morning coffee neighbours tide charts choir
permit budget proposal volunteers schedule weather rope canvas paint museum stairs window letters printing film night
minutes agenda question answer welcome newcomers again perhaps together slowly always never somewhere because although
before after without within about around between the a of and to in that for with we they it was were have had will can
would should could please thanks tomorrow yesterday spring winter summer long short bright quiet heavy open closed old new`
    .split(/\s+/)
    .filter(Boolean);

/** Numbers in [0, 1) that are the same in every run (mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function sentence(next: () => number): string {
  const count = 6 + Math.floor(next() * 14);
  const picked = Array.from({ length: count }, () => words[Math.floor(next() * words.length)] ?? "and");
  const text = picked.join(" ");
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

function block(next: () => number): string {
  const kind = next();
  if (kind < 0.06) return `## ${sentence(next).slice(0, 50)}`;
  if (kind < 0.14) return [1, 2, 3].map(() => `- ${sentence(next)}`).join("\n");
  if (kind < 0.18) return `> ${sentence(next)}`;
  if (kind < 0.22) return `See [the notes](https://example.org/notes/${Math.floor(next() * 1e6)}).`;
  return Array.from({ length: 2 + Math.floor(next() * 4) }, () => sentence(next)).join(" ");
}

/** Length of a post in characters: most are a few hundred, some long reads reach 6,000; the mean is about 1,000. */
function bodyLength(next: () => number): number {
  const share = next();
  const within = next();
  if (share < 0.25) return 100 + within * 150;
  if (share < 0.65) return 250 + within * 550;
  if (share < 0.87) return 800 + within * 1_200;
  return 2_000 + within * 4_000;
}

/** Markdown bodies of 100 to 6,000 characters that the posts share among them. */
export function bodies(count: number): string[] {
  const next = randomNumbers(20_261_120);
  return Array.from({ length: count }, () => {
    const length = Math.floor(bodyLength(next));
    let text = block(next);
    while (text.length < length) text += `\n\n${block(next)}`;
    return text.slice(0, length).trimEnd();
  });
}

/** Names as people and communities carry them. */
export const names = {
  first:
    "Ada Amir Bela Chiara Dawit Elif Farah Goran Hana Ines Jonas Keiko Luis Mira Noor Olga Pavel Quynh Rosa Sami Tove Uma Viktor Wanja Yara Zeno".split(
      " ",
    ),
  last: "Abara Bergman Castillo Demir Eriksen Ferrari Grgic Haddad Ivanova Jansen Kimura Larsen Moreau Novak Okafor Petrov Quist Rossi Santos Tanaka Ueda Vidal Weber Xu Yilmaz Zanetti".split(
    " ",
  ),
  place: "Harbour Hillside Riverside Old-Town Station North-Quay Orchard Mill Lighthouse Market".split(" "),
  pursuit:
    "Rowers Choir Gardeners Bakers Cyclists Readers Printers Makers Swimmers Chess Film Tango Repair Allotments".split(
      " ",
    ),
};
