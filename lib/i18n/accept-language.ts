const LONGEST_HEADER = 1000;
const TAG = /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i;

/** Languages of an `Accept-Language` header, the most wanted first; what is no language tag is left out. */
export function parseAcceptLanguage(header: string | null): string[] {
  return (header ?? "")
    .slice(0, LONGEST_HEADER)
    .split(",")
    .map(readWish)
    .filter((wish) => wish.weight > 0 && TAG.test(wish.tag))
    .sort((one, other) => other.weight - one.weight)
    .map(({ tag }) => tag);
}

function readWish(part: string): { tag: string; weight: number } {
  const [tag = "", ...options] = part.split(";").map((text) => text.trim());
  const quality = options.find((option) => option.startsWith("q="))?.slice(2);
  const weight = quality === undefined ? 1 : Number(quality);
  return { tag, weight: Number.isFinite(weight) ? weight : 0 };
}
