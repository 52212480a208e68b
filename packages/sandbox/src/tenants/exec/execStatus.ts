/** How a process ended. */
export interface Exit {
  /** As a shell tells it: 128 and the signal's number for one that was killed. */
  code: number;
}

/** What the error channel says at the end of a process (`k8s.io/kubelet/pkg/cri/streaming/remotecommand/exec.go`). */
export function exitStatus({ code }: Exit): object {
  return code === 0
    ? { metadata: {}, status: 'Success' }
    : {
        metadata: {},
        status: 'Failure',
        message: `command terminated with non-zero exit code: command terminated with exit code ${code}`,
        reason: 'NonZeroExitCode',
        details: { causes: [{ reason: 'ExitCode', message: String(code) }] },
      };
}

/** What the error channel says when there was no process to begin with. */
export function failedStatus(message: string): object {
  return {
    metadata: {},
    status: 'Failure',
    message: `Internal error occurred: ${message}`,
    reason: 'InternalError',
    code: 500,
  };
}
