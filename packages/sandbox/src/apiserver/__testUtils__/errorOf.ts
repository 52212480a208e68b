/** The message of what a call throws; undefined when it throws nothing. */
export function errorOf(call: () => void): string | undefined {
  try {
    call();
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}
