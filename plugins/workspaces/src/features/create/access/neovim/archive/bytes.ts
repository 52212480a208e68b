// As many arguments as every browser takes in one call.
const CHUNK = 0x8000;

/** Writes bytes in base64. */
export function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += CHUNK) {
    binary += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  }
  return btoa(binary);
}

/** Reads bytes from base64; throws when it is none. */
export function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), character => character.charCodeAt(0));
}

/** Sends bytes through a stream, such as a compression. */
export async function through(
  bytes: Uint8Array,
  pair: ReadableWritablePair<Uint8Array, Uint8Array>,
): Promise<Uint8Array> {
  const source = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(bytes);
      controller.close();
    },
  });
  const result = new Response(source.pipeThrough(pair));
  return new Uint8Array(await result.arrayBuffer());
}
