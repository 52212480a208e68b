const DEADLINE_MS = 15_000;
const STEP_MS = 10;

/** Tries until it does not throw; then gives its value. Fails with the last error at the deadline. */
export async function eventually<T>(
  attempt: () => T | Promise<T>,
  deadlineMs: number = DEADLINE_MS,
): Promise<T> {
  const end = Date.now() + deadlineMs;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      // What does not hold yet may hold at the next try; the last failure is told.
      if (Date.now() > end) throw error;
    }
    await new Promise(resolve => setTimeout(resolve, STEP_MS));
  }
}
