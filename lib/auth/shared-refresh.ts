import { createHash } from "node:crypto";

/** Milliseconds that an answer is kept: requests that were under way together carry the same refresh token. */
const KEPT_MS = 10_000;
const MOST_KEPT = 1_000;

interface Answer {
  body: string;
  status: number;
  headers: [string, string][];
}

const OUT_OF_REACH: Answer = {
  body: JSON.stringify({ code: 599, error_code: "unexpected_failure", msg: "Auth is out of reach" }),
  status: 599,
  headers: [["content-type", "application/json"]],
};

function findRefreshToken(input: Parameters<typeof fetch>[0], init: RequestInit | undefined): string | null {
  const address = input instanceof Request ? input.url : String(input);
  if (!address.includes("grant_type=refresh_token") || typeof init?.body !== "string") return null;
  const body: unknown = JSON.parse(init.body);
  const token =
    typeof body === "object" && body !== null && "refresh_token" in body ? body.refresh_token : null;
  return typeof token === "string" ? token : null;
}

/**
 * A `fetch` for Supabase Auth that redeems a refresh token once and gives everybody who asks with it within ten
 * seconds the same answer. Several tabs or calls renew at the same moment, and to Auth a token that comes twice is a
 * stolen one, which ends the sign-in. A service that is out of reach is told as status 599, and not kept: the usual
 * ones make supabase-js try again for half a minute.
 */
export function shareRefreshes(send: typeof fetch): typeof fetch {
  const answers = new Map<string, Promise<Answer>>();

  async function ask(...args: Parameters<typeof fetch>): Promise<Answer> {
    const response = await send(...args).catch(() => null);
    if (!response || response.status >= 500) return OUT_OF_REACH;
    return { body: await response.text(), status: response.status, headers: [...response.headers] };
  }

  function keep(key: string, answer: Promise<Answer>): void {
    const oldest = answers.size < MOST_KEPT ? undefined : answers.keys().next().value;
    if (oldest !== undefined) answers.delete(oldest);
    answers.set(key, answer);
    const forget = () => void (answers.get(key) === answer && answers.delete(key));
    answer.then(({ status }) => (status < 500 ? setTimeout(forget, KEPT_MS).unref() : forget()), forget);
  }

  return async function sharedFetch(input, init) {
    const token = findRefreshToken(input, init);
    if (token === null) return send(input, init);
    const key = createHash("sha256").update(token).digest("hex");
    let answer = answers.get(key);
    if (!answer) {
      answer = ask(input, init);
      keep(key, answer);
    }
    const { body, status, headers } = await answer;
    return new Response(body, {
      status,
      headers: headers.filter(([name]) => !/^content-(encoding|length)$/.test(name)),
    });
  };
}
