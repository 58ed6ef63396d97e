/*
 * The part of mend.ts that concerns Storage: uploads as forms, signed addresses, listings.
 */

type Fetch = (request: Request) => Promise<Response>;

const base = "/storage/v1/object";
const uploads = /^\/storage\/v1\/object\/(?!list\/|sign\/|copy$|move$|info\/)/;

/** storage-js sends a File or Blob as a form whose file has an empty name: pass on its bytes, as a raw upload. */
async function unwrapForm(request: Request): Promise<Request> {
  const form = await request.formData();
  const file = form.get("");
  const { method } = request;
  const headers = new Headers(request.headers);
  headers.delete("content-length");
  headers.delete("content-type");
  if (!(file instanceof Blob)) return new Request(request.url, { method, headers, body: form });
  const body = await file.arrayBuffer();
  headers.set("content-type", file.type || "application/octet-stream");
  // Lite measures an upload by its header.
  headers.set("content-length", String(body.byteLength));
  const cacheControl = form.get("cacheControl");
  if (typeof cacheControl === "string") headers.set("cache-control", `max-age=${cacheControl}`);
  const metadata = form.get("metadata");
  if (typeof metadata === "string") headers.set("x-metadata", Buffer.from(metadata).toString("base64"));
  return new Request(request.url, { method, headers, body });
}

async function answer(response: Response, change: (value: unknown) => unknown): Promise<Response> {
  if (!response.ok) return response;
  const headers = new Headers(response.headers);
  headers.delete("content-length");
  return new Response(JSON.stringify(change(await response.json())), { status: response.status, headers });
}

function field(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}

/** The address in lite's answer, without the prefix that storage-js adds itself; undefined where there is none. Pure. */
export function relativeSigned(value: unknown): string | undefined {
  const url = field(value, "signedUrl");
  return typeof url === "string" && url ? url.replace(/^\/storage\/v1(?=\/)/, "") : undefined;
}

/** Signs many objects, which lite mistakes for one without a name: one request each. */
async function signMany(request: Request, fetch: Fetch): Promise<Response> {
  const input: unknown = await request.json().catch(() => undefined);
  const paths = field(input, "paths");
  const body = JSON.stringify({ expiresIn: field(input, "expiresIn") });
  const headers = new Headers(request.headers);
  headers.delete("content-length");
  const sign = async (path: string) => {
    const url = `${request.url}/${path.split("/").map(encodeURIComponent).join("/")}`;
    const response = await fetch(new Request(url, { method: "POST", headers, body }));
    const signedURL = response.ok ? relativeSigned(await response.json()) : undefined;
    const error = signedURL ? null : "Either the object does not exist or you do not have access to it";
    return { path, signedURL: signedURL ?? null, error };
  };
  const wanted = Array.isArray(paths) ? paths.filter((path) => typeof path === "string") : [];
  return Response.json(await Promise.all(wanted.map(sign)));
}

type Listed = { name: string } & Record<string, unknown>;

/** Lite lists whole paths at any depth; a full Supabase lists names in the folder, and folders without an id. Pure. */
export function folderListing(objects: Listed[], prefix: string): Listed[] {
  const start = prefix && !prefix.endsWith("/") ? `${prefix}/` : prefix;
  const found = new Map<string, Listed>();
  for (const object of objects) {
    if (!object.name.startsWith(start)) continue;
    const [name = "", ...deeper] = object.name.slice(start.length).split("/");
    const folder = {
      name,
      id: null,
      updated_at: null,
      created_at: null,
      last_accessed_at: null,
      metadata: null,
    };
    if (!found.has(name)) found.set(name, deeper.length > 0 ? folder : { ...object, name });
  }
  return [...found.values()];
}

async function list(request: Request, fetch: Fetch): Promise<Response> {
  const prefix = field(
    await request
      .clone()
      .json()
      .catch(() => undefined),
    "prefix",
  );
  return answer(await fetch(request), (value) =>
    Array.isArray(value) ? folderListing(value as Listed[], typeof prefix === "string" ? prefix : "") : value,
  );
}

/** Sends a writing request for an object to lite, and answers as a full Supabase would have. */
export async function fetchStorage(request: Request, fetch: Fetch): Promise<Response> {
  const { pathname } = new URL(request.url);
  if (pathname.startsWith(`${base}/list/`)) return list(request, fetch);
  if (/^\/storage\/v1\/object\/sign\/[^/]+\/?$/.test(pathname)) return signMany(request, fetch);
  if (pathname.startsWith(`${base}/sign/`)) {
    return answer(await fetch(request), (value) => ({ signedURL: relativeSigned(value) ?? null }));
  }
  if (request.method === "POST" && pathname.startsWith(`${base}/upload/sign/`)) {
    return answer(await fetch(request), (value) => ({
      url: relativeSigned(value),
      token: field(value, "token"),
    }));
  }
  const isForm = request.headers.get("content-type")?.startsWith("multipart/form-data") ?? false;
  return fetch(isForm && uploads.test(pathname) ? await unwrapForm(request) : request);
}
