import "server-only";
import { getRequestHost } from "@/lib/context/request-context";
import { type Linked, serializeJsonLd } from "@/lib/seo/json-ld";

/** What a page is about, for programs. A block of data: browsers do not run it. */
export async function JsonLd({ data }: { data: Linked }) {
  const { nonce } = await getRequestHost();
  return (
    <script
      type="application/ld+json"
      nonce={nonce}
      dangerouslySetInnerHTML={{ __html: serializeJsonLd(data) }}
    />
  );
}
