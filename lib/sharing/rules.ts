import { SHARE_OBSTACLES, SHARE_SCOPES, type ShareObstacle, type ShareScope } from "./choices";
import type { ConsentWords, ShareTarget } from "./schemas";

/** Whether a community can still be chosen: nothing is in the way, and nobody but the author has yet to answer. */
export function canChoose({ obstacle, share }: ShareTarget, mine: boolean): boolean {
  return obstacle === null && (share === null || (mine && share.state === "asked"));
}

/** Whether I asked for it there and nobody has let it in: what I can take back. */
export function isQuestion({ share }: ShareTarget): boolean {
  return share?.asked_by_me === true && (share.state === "asked" || share.state === "waiting");
}

/** What can be allowed in at least one of the communities that can be chosen, from the narrowest up. */
export function offeredScopes(targets: readonly ShareTarget[], mine: boolean): ShareScope[] {
  const open = targets.filter((target) => canChoose(target, mine));
  return SHARE_SCOPES.filter((scope) => open.some((target) => target.scopes.includes(scope)));
}

/** The words of a consent in the language that comes nearest, and which language that is. */
export function wordsIn(texts: ConsentWords["texts"], locale: string): { text: string; lang: string } {
  const lang = [locale, locale.split("-")[0] ?? ""].find((one) => Object.hasOwn(texts, one)) ?? "en";
  return { text: texts[lang] ?? "", lang };
}

/** Whether a refusal names something that stands in the way. */
export function isObstacle(reason: string): reason is ShareObstacle {
  return (SHARE_OBSTACLES as readonly string[]).includes(reason);
}

/** How an open share stands: read there, waiting for somebody, run out, or held up by what it rests on. */
export type Standing = "live" | "asked" | "waiting" | "expired" | "resting";

export function standingOf(
  share: { state: string; live: boolean; expires_at: string | null },
  now: number,
): Standing {
  if (share.expires_at !== null && Date.parse(share.expires_at) <= now) return "expired";
  if (share.state === "asked" || share.state === "waiting") return share.state;
  return share.live ? "live" : "resting";
}
