import { COMMUNITY_HEADER } from "@/lib/tenancy/headers";

/** An answer of our API that says no, or none at all (`code` is then `offline`). */
export class ApiProblem extends Error {
  readonly code: string;
  readonly requestId?: string;
  readonly fields?: Readonly<Record<string, string>>;

  constructor(problem: {
    code: string;
    title: string;
    requestId?: string;
    fields?: Record<string, string>;
  }) {
    super(problem.title);
    this.name = "ApiProblem";
    this.code = problem.code;
    this.requestId = problem.requestId;
    this.fields = problem.fields;
  }
}

interface JsonRequest {
  method?: "GET" | "POST" | "PUT" | "DELETE";
  body?: unknown;
  /** Slug of the community that a call from the network host is for. */
  community?: string;
  signal?: AbortSignal;
}

/** What our API answers where it says no: RFC 9457, with a code and the request's id. */
interface Problem {
  code: string;
  title: string;
  request_id?: string;
  fields?: Record<string, string>;
}

function isProblem(told: unknown): told is Problem {
  return typeof told === "object" && told !== null && "code" in told && "title" in told;
}

/** What an answer of our API that says no says. */
export async function toProblem(response: Response): Promise<ApiProblem> {
  const told: unknown = await response.json().catch(() => null);
  // What stands between us and the page may answer too, and not in JSON.
  if (!isProblem(told)) return new ApiProblem({ code: "internal", title: response.statusText });
  const { code, title, fields, request_id: requestId } = told;
  return new ApiProblem({ code: String(code), title: String(title), fields, requestId });
}

/**
 * Calls our own API from a page. `T` is what the route of that path is written to answer.
 * @throws ApiProblem
 */
export async function fetchJson<T>(path: string, request: JsonRequest = {}): Promise<T> {
  const { method = "GET", body, community, signal } = request;
  const headers: Record<string, string> = { accept: "application/json" };
  if (body !== undefined) headers["content-type"] = "application/json";
  if (community) headers[COMMUNITY_HEADER] = community;
  let response: Response;
  try {
    response = await fetch(path, {
      method,
      headers,
      signal,
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  } catch (cause) {
    if (signal?.aborted) throw cause;
    throw new ApiProblem({ code: "offline", title: "offline" });
  }
  if (!response.ok) throw await toProblem(response);
  return (await response.json()) as T;
}
