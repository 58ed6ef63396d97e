/** What stands in fields, to read and to copy. */
export function Values({ of: fields }: { of: readonly { label: string; value: string }[] }) {
  return (
    <dl className="mt-2 grid gap-1">
      {fields.map(({ label, value }) => (
        <div key={label} className="[overflow-wrap:anywhere]">
          <dt className="text-sm text-ink-muted">{label}</dt>
          <dd className="whitespace-pre-line" dir="auto">
            {value}
          </dd>
        </div>
      ))}
    </dl>
  );
}
