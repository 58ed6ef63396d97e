import path from "node:path";
import { App, createPostgresConnection, type PostgresConnection } from "./lite.ts";
import type { Mailbox } from "./mailbox.ts";
import { batchSessionSettings, driverTypes, fetchMended, introspectThrough, keepOurGrants } from "./mend.ts";
import { allowedRedirect, mendMail } from "./mend-auth.ts";
import { rememberErrors } from "./mend-errors.ts";
import { templatesDir } from "./paths.ts";
import { withRequestContext } from "./request-context.ts";
import type { StackSecrets } from "./secrets.ts";
import { createFileStorage } from "./storage-files.ts";

export type ApiOptions = {
  /** Connection string of the role `authenticator`. */
  databaseUrl: string;
  /** Connection string of a role that sees every table of the schema. */
  schemaUrl: string;
  siteUrl: string;
  secrets: StackSecrets;
  mailbox: Mailbox;
  storageDir: string;
  /** Where lite's own messages go. */
  log: (line: string) => void;
};

/** Supabase's Auth, Data API and Storage on one fetch function. */
export type Api = {
  fetch(request: Request): Promise<Response>;
  /** Forgets the schema, after a migration. */
  reloadSchema(): Promise<void>;
  close(): Promise<void>;
};

function template(name: string, subject: string): { subject: string; content_path: string } {
  return { subject, content_path: path.join(templatesDir, `${name}.html`) };
}

/** Settings of Auth; supabase/config.toml has the same ones for the full Supabase. */
export function authConfig(
  siteUrl: string,
  keys: Pick<StackSecrets, "jwtSecret" | "publishableKey" | "secretKey">,
) {
  return {
    enabled: true,
    enable_signup: true,
    jwt_secret: keys.jwtSecret,
    jwt_expiry: 3600,
    publishable_key: keys.publishableKey,
    secret_key: keys.secretKey,
    site_url: siteUrl,
    additional_redirect_urls: [`${siteUrl}/**`],
    minimum_password_length: 8,
    enable_refresh_token_rotation: true,
    refresh_token_reuse_interval: 10,
    email: {
      enable_signup: true,
      enable_confirmations: true,
      double_confirm_changes: true,
      otp_length: 10,
      otp_expiry: 3600,
      template: {
        confirmation: template("confirmation", "Confirm your e-mail address"),
        magic_link: template("magic-link", "Your sign-in link"),
        recovery: template("recovery", "Choose a new password"),
        email_change: template("email-change", "Confirm your new e-mail address"),
      },
    },
  };
}

/** Starts @supabase/lite in this process on the given database. Admin mode stays off. */
export async function createApi(options: ApiOptions): Promise<Api> {
  const connection: PostgresConnection = createPostgresConnection({
    url: options.databaseUrl,
    postgresOptions: {
      max: 20,
      onnotice: () => undefined,
      types: driverTypes,
      connection: { application_name: "supabase api" },
    },
  });
  const introspector = createPostgresConnection({
    url: options.schemaUrl,
    postgresOptions: { max: 1, idle_timeout: 5, onnotice: () => undefined },
  });
  introspectThrough(connection, introspector);
  rememberErrors(connection);
  keepOurGrants(connection);
  await batchSessionSettings(connection);
  const sendMail = async (message: Parameters<Mailbox["add"]>[0]) =>
    void (await options.mailbox.add(message));
  const auth = { siteUrl: options.siteUrl, sql: connection.driver, sendMail };
  const app = new App({
    connection,
    auth: authConfig(options.siteUrl, options.secrets),
    api: { enabled: true, schemas: ["public"], extra_search_path: ["public", "extensions"], max_rows: 1000 },
    storage: { enabled: true, file_size_limit: "50MiB" },
    studio: { enabled: false },
    options: { drivers: { email: { send: mendMail(auth) } } },
  });
  app._storageAdapter = createFileStorage(options.storageDir);
  await app.init();
  // Looked up now, so that the first page need not wait for it.
  const lookUp = () => introspector.introspect({ useCache: true });
  withRequestContext({ redirectTo: undefined, log: options.log }, lookUp).catch(() => undefined);
  const ask = async (request: Request) => app.fetch(request, { peerAddress: null });
  return {
    fetch: (request) => {
      const redirectTo = allowedRedirect(request.url, options.siteUrl);
      const headers = Object.fromEntries(request.headers);
      return withRequestContext({ redirectTo, headers, log: options.log }, () =>
        fetchMended(request, ask, auth),
      );
    },
    reloadSchema: () => introspector.clearSchemaCache(),
    close: async () => {
      // A query that nobody waits for any more must not hold up the end.
      await Promise.all([connection, introspector].map(({ driver }) => driver.end({ timeout: 2 })));
    },
  };
}
