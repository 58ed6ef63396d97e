import { z } from "zod";
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

const problemSchema = z.object({
  code: z.string(),
  title: z.string(),
  request_id: z.string().optional(),
  fields: z.record(z.string(), z.string()).optional(),
});

interface JsonRequest {
  method?: "GET" | "POST" | "PUT" | "DELETE";
  body?: unknown;
  /** Slug of the community that a call from the network host is for. */
  community?: string;
  signal?: AbortSignal;
}

async function toProblem(response: Response): Promise<ApiProblem> {
  const told = problemSchema.safeParse(await response.json().catch(() => null));
  if (!told.success) return new ApiProblem({ code: "internal", title: response.statusText });
  const { request_id: requestId, ...problem } = told.data;
  return new ApiProblem({ ...problem, requestId });
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
