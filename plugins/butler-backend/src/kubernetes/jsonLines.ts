const MAX_LINE_BYTES = 8 * 1024 * 1024;

/**
 * Cuts a body into lines and reads each as JSON: the framing of a Kubernetes watch.
 * https://kubernetes.io/docs/reference/using-api/api-concepts/#efficient-detection-of-changes
 */
export async function* jsonLines(
  body: AsyncIterable<Buffer | string>,
): AsyncGenerator<unknown> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of body) {
    rest +=
      typeof chunk === 'string'
        ? chunk
        : decoder.decode(chunk, { stream: true });
    let from = 0;
    for (
      let end = rest.indexOf('\n', from);
      end >= 0;
      end = rest.indexOf('\n', from)
    ) {
      const line = rest.slice(from, end);
      from = end + 1;
      if (line.trim()) yield JSON.parse(line);
    }
    rest = rest.slice(from);
    // etcd takes no object beyond 1.5 MiB, so this is no Kubernetes.
    if (rest.length > MAX_LINE_BYTES) throw new Error('A line without an end');
  }
}
