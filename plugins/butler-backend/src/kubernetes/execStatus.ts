import { z } from 'zod';

const schema = z.object({
  status: z.string(),
  reason: z.string().optional(),
  details: z
    .object({
      causes: z
        .array(
          z.object({
            reason: z.string().optional(),
            message: z.string().optional(),
          }),
        )
        .optional(),
    })
    .optional(),
});

/**
 * Reads the Status with which an exec ends.
 * https://github.com/kubernetes/kubernetes/blob/master/staging/src/k8s.io/apimachinery/pkg/util/remotecommand/constants.go
 *
 * @returns the exit code; undefined where the program did not get to run
 */
export function execStatusCode(text: string): number | undefined {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    // No Status, so nothing is known of the program.
    return undefined;
  }
  const { data } = schema.safeParse(body);
  if (data?.status === 'Success') return 0;
  if (data?.reason !== 'NonZeroExitCode') return undefined;
  const cause = data.details?.causes?.find(
    ({ reason }) => reason === 'ExitCode',
  );
  const code = Number(cause?.message);
  return Number.isInteger(code) ? code : undefined;
}
