const BYTES_PER_TOKEN = 3;

/** How many tokens a text has at most, about: models cut Latin script into longer pieces, Arabic and Japanese into these. */
export function estimateTokens(text: string): number {
  return Math.ceil(Buffer.byteLength(text) / BYTES_PER_TOKEN);
}

/** Shares out what something cost by the given weights, so that nothing is lost. */
export function shareOut(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  let before = 0;
  let given = 0;
  return weights.map((weight) => {
    before += weight;
    const until = sum === 0 ? 0 : Math.round((total * before) / sum);
    const part = until - given;
    given = until;
    return part;
  });
}
