/** Consecutive items of a stream. */
export type Batch<Item> = { items: Item[]; bytes: number };

/** Groups a stream into batches of at most `maxRows` items, closed as soon as they hold `maxBytes`. */
export async function* inBatches<Item extends { bytes: number }>(
  items: AsyncIterable<Item>,
  { maxRows, maxBytes }: { maxRows: number; maxBytes: number },
): AsyncGenerator<Batch<Item>> {
  let batch: Batch<Item> = { items: [], bytes: 0 };
  for await (const item of items) {
    batch.items.push(item);
    batch.bytes += item.bytes;
    if (batch.items.length >= maxRows || batch.bytes >= maxBytes) {
      yield batch;
      batch = { items: [], bytes: 0 };
    }
  }
  if (batch.items.length > 0) yield batch;
}
