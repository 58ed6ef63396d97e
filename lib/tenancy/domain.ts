import { domainToUnicode } from "node:url";
import { parse } from "tldts";
import { parseHost } from "./host";
import { type HostConfig, rootHostname } from "./host-config";
import { findLatinImpostor, hasPhoneticLookalike, isSingleScript, isWrittenIn } from "./scripts";

/** Why a domain was refused; each has its own message. */
export type DomainProblem =
  | "malformed"
  | "single_label"
  | "platform_domain"
  | "public_suffix"
  | "unknown_suffix"
  | "mixed_script"
  | "confusable";

export type DomainResult =
  | { ok: true; domain: string; display: string }
  | { ok: false; reason: DomainProblem };

type DomainConfig = Pick<HostConfig, "rootDomain" | "production">;

/**
 * Checks a domain that an owner wants for their community, as typed. `domain` is what is stored and
 * compared (punycode), `display` what people read. Says nothing about who owns the domain.
 */
export function parseCustomDomain(input: unknown, config: DomainConfig): DomainResult {
  const parsed = typeof input === "string" ? parseHost(input.trim()) : null;
  if (!parsed || parsed.port !== null) return { ok: false, reason: "malformed" };
  const display = domainToUnicode(parsed.host);
  const reason = findAddressProblem(parsed.host, config) ?? findScriptProblem(display);
  return reason ? { ok: false, reason } : { ok: true, domain: parsed.host, display };
}

function findAddressProblem(domain: string, config: DomainConfig): DomainProblem | null {
  if (!domain.includes(".")) return "single_label";
  const root = rootHostname(config);
  // The domain above the root too: whoever holds it speaks for the whole network.
  if (isSameOrUnder(domain, root) || isSameOrUnder(root, domain)) return "platform_domain";
  const { publicSuffix, isIcann, isPrivate } = parse(domain, { allowPrivateDomains: true });
  if (publicSuffix === domain) return "public_suffix";
  // In development communities live under .localhost, which is on nobody's list.
  return config.production && !isIcann && !isPrivate ? "unknown_suffix" : null;
}

function findScriptProblem(display: string): DomainProblem | null {
  const labels = display.split(".");
  if (!labels.every(isSingleScript)) return "mixed_script";
  if (labels.some(hasPhoneticLookalike)) return "confusable";
  const suffix = labels.at(-1) ?? "";
  const impostor = labels
    .slice(0, -1)
    .map(findLatinImpostor)
    .find((script) => script !== null);
  // Under a suffix of the same script nobody expects Latin letters.
  return impostor && !isWrittenIn(suffix, impostor) ? "confusable" : null;
}

function isSameOrUnder(domain: string, parent: string): boolean {
  return domain === parent || domain.endsWith(`.${parent}`);
}
