/** A line of a container's output. */
export interface LogLine {
  /** Milliseconds since 1970. */
  time: number;
  text: string;
}

/** Lines that are kept of one container; a kubelet keeps 10 MiB, which is more than a sandbox needs. */
const KEPT_LINES = 10_000;

/** The output of one run of a container, and those who follow it. */
export class LogStream {
  private readonly kept: LogLine[] = [];
  private readonly followers = new Set<{
    line(line: LogLine): void;
    end(): void;
  }>();
  private partial = '';
  private finished = false;

  constructor(private readonly now: () => number) {}

  get lines(): readonly LogLine[] {
    return this.kept;
  }

  get ended(): boolean {
    return this.finished;
  }

  /** Takes output as it comes; a line counts when it is complete. */
  write(chunk: string): void {
    const lines = `${this.partial}${chunk}`.split('\n');
    this.partial = lines.pop() ?? '';
    lines.forEach(text => this.add(text));
  }

  /** The run is over: followers are told and leave. */
  end(): void {
    if (this.partial) this.add(this.partial);
    this.partial = '';
    this.finished = true;
    this.followers.forEach(follower => follower.end());
    this.followers.clear();
  }

  /** Calls back with every later line, and once at the end, until the returned function is called. */
  follow(follower: { line(line: LogLine): void; end(): void }): () => void {
    this.followers.add(follower);
    return () => this.followers.delete(follower);
  }

  private add(text: string): void {
    const line = { time: this.now(), text };
    this.kept.push(line);
    if (this.kept.length > 2 * KEPT_LINES) {
      this.kept.splice(0, this.kept.length - KEPT_LINES);
    }
    this.followers.forEach(follower => follower.line(line));
  }
}
