import type { HostKind } from "./headers";
import type { HostConfig } from "./host-config";

/** What one response's policy allows beyond its own origin. Sources are CSP source expressions. */
export interface CspOptions {
  nonce: string;
  production: boolean;
  connectSrc: readonly string[];
  imgSrc: readonly string[];
  /** Where forms may be sent and then redirected to: sign-in ends on the host that asked for it. */
  formAction?: readonly string[];
}

const NONCE = /^[A-Za-z0-9+/_-]{16,}={0,2}$/;
const SOURCE = /^[A-Za-z0-9+.:/*[\]_-]+$/;

/**
 * sonner puts its style sheet into the page itself, first empty and then whole: these are the two, and no other text
 * is let in. A unit test reads the second one from the installed package.
 */
const TOAST_STYLES = [
  "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='",
  "'sha256-StEaX+se6YS7pqjzrzMIA0KaX9zF/8zAhvQXZAe5epY='",
];

/**
 * The Content-Security-Policy of a page. Throws where a nonce or source could end its directive:
 * both come from the server alone, so that is a mistake in the configuration.
 */
export function buildCsp(options: CspOptions): string {
  const { nonce, production, connectSrc, imgSrc, formAction = [] } = options;
  if (!NONCE.test(nonce)) throw new Error("A CSP nonce must be base64 of at least 12 bytes.");
  const unsound = [...connectSrc, ...imgSrc, ...formAction].find((source) => !SOURCE.test(source));
  if (unsound !== undefined) throw new Error(`Not a CSP source: ${JSON.stringify(unsound)}`);
  const directives: [string, readonly string[]][] = [
    ["default-src", ["'self'"]],
    // React's development build evaluates source text to rebuild stacks.
    [
      "script-src",
      ["'self'", `'nonce-${nonce}'`, "'strict-dynamic'", ...(production ? [] : ["'unsafe-eval'"])],
    ],
    ["style-src", ["'self'", ...(production ? [`'nonce-${nonce}'`, ...TOAST_STYLES] : ["'unsafe-inline'"])]],
    // Accents, faces and island marks bring their colours and sizes in attributes.
    ["style-src-attr", ["'unsafe-inline'"]],
    ["img-src", ["'self'", "data:", "blob:", ...imgSrc]],
    ["media-src", ["'self'", "blob:", ...imgSrc]],
    ["font-src", ["'self'"]],
    ["connect-src", ["'self'", ...connectSrc]],
    ["worker-src", ["'self'", "blob:"]],
    ["frame-src", ["'none'"]],
    ["object-src", ["'none'"]],
    ["base-uri", ["'none'"]],
    ["form-action", ["'self'", ...formAction]],
    ["frame-ancestors", ["'none'"]],
  ];
  return directives.map(([name, sources]) => [name, ...new Set(sources)].join(" ")).join("; ");
}

/** The policy of a file that somebody sent in: it may be shown, and do nothing. */
export const MEDIA_CSP = "sandbox; default-src 'none'; frame-ancestors 'none'";

/** The policy of a page on a host of the given kind. */
export function buildHostCsp(kind: HostKind, nonce: string, config: HostConfig): string {
  const { production, supabaseOrigin } = config;
  const api = supabaseOrigin === null ? [] : [supabaseOrigin];
  const sockets = api.map((origin) => origin.replace(/^http/, "ws"));
  const formAction = listFormTargets(kind, config);
  // The switcher of every host asks the network host for the list of one's communities, and for their logos.
  const network = kind === "network" ? [] : [`${config.protocol}://${config.rootDomain}`];
  return buildCsp({
    nonce,
    production,
    connectSrc: [...network, ...api, ...sockets],
    imgSrc: [...network, ...api],
    formAction,
  });
}

/**
 * Browsers check every redirect that follows a form. From the network host one signs in to any
 * community, whose domain is its own; from anywhere else the way leads through the network host.
 */
function listFormTargets(kind: HostKind, { rootDomain, protocol, production }: HostConfig): string[] {
  const network = `${protocol}://${rootDomain}`;
  if (kind !== "network") return [network];
  const port = /:\d+$/.exec(rootDomain)?.[0] ?? "";
  const domains = production && protocol === "https" ? "https:" : `${protocol}://*.localhost${port}`;
  return [`${protocol}://*.${rootDomain}`, domains];
}
