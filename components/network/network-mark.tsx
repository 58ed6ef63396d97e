/** The network's own sign. */
export function NetworkMark({ size = 34 }: { size?: number }) {
  return <img src="/icon.svg" alt="" width={size} height={size} className="shrink-0 rounded-control" />;
}
