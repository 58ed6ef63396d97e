import { cutAtLinks } from "@/lib/mailbox/rules";

/** A mail as text, with its addresses to follow. Its HTML is never shown: it is somebody else's. */
export function MailText({ text }: { text: string }) {
  return (
    <div className="whitespace-pre-wrap rounded-surface border border-line bg-surface-raised p-5 [overflow-wrap:anywhere]">
      {cutAtLinks(text).map(({ text: part, href, at }) =>
        href ? (
          <a key={at} href={href} className="text-accent underline underline-offset-2">
            {part}
          </a>
        ) : (
          <span key={at}>{part}</span>
        ),
      )}
    </div>
  );
}
