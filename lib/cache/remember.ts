/**
 * Keeps the answers of a costly pure function, and starts anew once it holds `most` of them. Browsers draw islands and
 * accents too, and lru-cache would be a tenth of all that a page sends them.
 */
export function remember<T>(most: number, find: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    if (known.size >= most) known.clear();
    const found = find(key);
    known.set(key, found);
    return found;
  };
}
