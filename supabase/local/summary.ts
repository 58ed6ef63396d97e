import pg from "pg";

/** One person to sign in as, for the summary. */
export type SignIn = { email: string; password: string; about?: string };

export type Summary = {
  rootDomain: string;
  stateDir: string;
  apiUrl: string;
  databaseUrl: string;
  communities: { slug: string; name: string; privacy: string; status: string; domain: string | null }[];
  signIns: SignIn[];
};

function portOf(rootDomain: string): string {
  return /:\d+$/.exec(rootDomain)?.[0] ?? "";
}

function table(rows: [string, string][]): string[] {
  const width = Math.max(...rows.map(([left]) => left.length), 0);
  return rows.map(([left, right]) => `    ${left.padEnd(width)}  ${right}`.trimEnd());
}

/** Text printed when everything runs. Pure. */
export function summaryText(summary: Summary): string {
  const { rootDomain } = summary;
  const addresses: [string, string][] = [
    [`http://${rootDomain}`, "the network"],
    [`http://admin.${rootDomain}`, "for the network's staff"],
    [`http://${rootDomain}/mailbox`, "mails it would have sent"],
  ];
  const communities = summary.communities.flatMap(
    ({ slug, name, privacy, status, domain }): [string, string][] => {
      const about = [name, privacy === "public" ? "" : privacy, status === "active" ? "" : status]
        .filter(Boolean)
        .join(", ");
      const own: [string, string][] = domain
        ? [[`http://${domain}${portOf(rootDomain)}`, `${name}, on its own domain`]]
        : [];
      return [[`http://${slug}.${rootDomain}`, about], ...own];
    },
  );
  const people = summary.signIns.map(({ email, password, about }): [string, string] => [
    email,
    [`password ${password}`, about].filter(Boolean).join("   "),
  ]);
  return [
    "",
    "  Archipelago is running.",
    "",
    ...table(addresses),
    ...(communities.length > 0 ? ["", "  Communities", ...table(communities)] : []),
    ...(people.length > 0 ? ["", "  Sign in as", ...table(people)] : []),
    "",
    "  Behind it",
    ...table([
      [summary.apiUrl, "Supabase API"],
      [summary.databaseUrl, "Postgres"],
      [summary.stateDir, "data and logs"],
    ]),
    "",
    "  Ctrl-C stops everything.",
    "",
  ].join("\n");
}

/** The communities to name in the summary: the first twelve, oldest first. Empty where the schema has none. */
export async function listCommunities(databaseUrl: string): Promise<Summary["communities"]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<Summary["communities"][number]>(
      `select t.slug, t.name, t.privacy, t.status, d.domain
         from public.tenants t
         left join public.tenant_domains d on d.tenant_id = t.id and d.status = 'active' and d.is_primary
        where t.status <> 'deleted' order by t.created_at, t.slug limit 12`,
    );
    return rows;
  } catch (cause) {
    if (cause instanceof pg.DatabaseError && cause.code === "42P01") return [];
    throw cause;
  } finally {
    await client.end();
  }
}
