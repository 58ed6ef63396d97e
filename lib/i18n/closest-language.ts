/** The tag that fits a wanted one best: itself, else its language without region, else English. BCP 47 tags. */
export function closestLanguage(tags: readonly string[], wanted: string): string {
  const [language = ""] = wanted.split("-");
  return [wanted, language].find((tag) => tags.includes(tag)) ?? "en";
}
