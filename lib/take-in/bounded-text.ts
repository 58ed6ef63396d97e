/** Collects the text of a stream. Fails it as soon as more than `most` bytes came, whatever was said before. */
export function boundedText(most: number): { sink: WritableStream<Uint8Array>; text: () => string } {
  const decoder = new TextDecoder();
  let text = "";
  let size = 0;
  const sink = new WritableStream<Uint8Array>({
    write(chunk) {
      size += chunk.byteLength;
      if (size > most) throw new RangeError("too_large");
      text += decoder.decode(chunk, { stream: true });
    },
  });
  return { sink, text: () => text + decoder.decode() };
}
