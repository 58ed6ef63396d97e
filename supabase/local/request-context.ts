import { AsyncLocalStorage } from "node:async_hooks";
import { format } from "node:util";

/** A failure of the database in PostgREST's words; `code` is the SQLSTATE. */
export type DatabaseError = { code: string; message: string; details: string | null; hint: string | null };

/** What belongs to one API request: where its mail should lead, where lite's own messages go, what failed. */
export type RequestContext = {
  redirectTo: string | undefined;
  /** Lower-case names. */
  headers?: Readonly<Record<string, string>>;
  log: (line: string) => void;
  databaseError?: DatabaseError;
};

const storage = new AsyncLocalStorage<RequestContext>();
let installed = false;

/** Lite writes every refused query to the console; within a request that goes to the request's log instead. */
function installQuietConsole(): void {
  if (installed) return;
  installed = true;
  for (const method of ["error", "warn", "log", "info"] as const) {
    const original = console[method].bind(console);
    console[method] = (...args: unknown[]) => {
      const context = storage.getStore();
      if (context) context.log(format(...args));
      else original(...args);
    };
  }
}

/** Runs `handle` so that whatever it causes knows the request it belongs to. */
export function withRequestContext<T>(context: RequestContext, handle: () => Promise<T>): Promise<T> {
  installQuietConsole();
  return storage.run(context, handle);
}

/** The request being handled, if any. */
export function requestContext(): RequestContext | undefined {
  return storage.getStore();
}
