import { LogStream } from './logStream';

/** The output of the containers of a tenant cluster's pods: of each its present run and the one before. */
export class PodLogs {
  private readonly runs = new Map<string, Map<string, LogStream[]>>();

  constructor(private readonly now: () => number) {}

  /** The log of a container's present run; it begins with the first look at it. */
  current(podUid: string, container: string): LogStream {
    const runs = this.runsOf(podUid, container);
    if (runs.length === 0) runs.push(new LogStream(this.now));
    return runs[runs.length - 1];
  }

  /** The log of the run before, when the container was restarted. */
  previous(podUid: string, container: string): LogStream | undefined {
    const runs = this.runsOf(podUid, container);
    return runs[runs.length - 2];
  }

  /** A container starts again: its log so far becomes the previous one. */
  restart(podUid: string, container: string): LogStream {
    this.current(podUid, container).end();
    const runs = this.runsOf(podUid, container);
    runs.push(new LogStream(this.now));
    runs.splice(0, runs.length - 2);
    return runs[runs.length - 1];
  }

  /** A pod is gone, and its logs with it. */
  forget(podUid: string): void {
    const ofPod = this.runs.get(podUid);
    this.runs.delete(podUid);
    ofPod?.forEach(runs => runs.forEach(run => run.end()));
  }

  private runsOf(podUid: string, container: string): LogStream[] {
    let ofPod = this.runs.get(podUid);
    if (!ofPod) {
      ofPod = new Map();
      this.runs.set(podUid, ofPod);
    }
    let runs = ofPod.get(container);
    if (!runs) {
      runs = [];
      ofPod.set(container, runs);
    }
    return runs;
  }
}
