import { ServerResponse } from 'node:http';

/** The open watches of a server: where they can be cut off or held back. */
export class WatchGate {
  private readonly open = new Set<ServerResponse>();
  private readonly held = new Map<ServerResponse, (() => void)[]>();
  private stalled = false;

  /** Counts a watch as open until the returned function is called. */
  admit(response: ServerResponse): () => void {
    this.open.add(response);
    return () => {
      this.open.delete(response);
      this.held.delete(response);
    };
  }

  /** Sends a line to a watch, or keeps it while watches are stalled. */
  write(response: ServerResponse, line: string): void {
    this.do(response, () => response.write(line));
  }

  /** Ends a watch, or does so when watches go on: nobody hears of the end of a dead connection. */
  end(response: ServerResponse): void {
    this.do(response, () => response.end());
  }

  /** Holds events back with the connections left open, or lets them all go on. */
  stall(stalled: boolean): void {
    this.stalled = stalled;
    if (stalled) return;
    for (const [response, steps] of this.held) {
      steps.forEach(step => this.do(response, step));
    }
    this.held.clear();
  }

  /** Cuts every open watch off, without a proper end. */
  cut(): void {
    for (const response of [...this.open]) {
      response.destroy();
    }
  }

  private do(response: ServerResponse, step: () => void): void {
    if (response.writableEnded || response.destroyed) return;
    if (this.stalled) {
      this.held.set(response, [...(this.held.get(response) ?? []), step]);
    } else {
      step();
    }
  }

  /** How many watches are open. */
  get size(): number {
    return this.open.size;
  }
}
