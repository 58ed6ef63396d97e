/** The query of a page as Next.js gives it. */
export type PageQuery = Promise<Record<string, string | string[] | undefined>>;

/** One parameter of a page's query: the first where it stands several times, "" where it is missing. */
export async function readParam(query: PageQuery, name: string): Promise<string> {
  const value = (await query)[name];
  return (Array.isArray(value) ? value[0] : value) ?? "";
}
