import { ServerResponse } from 'node:http';

/** The open watches of a server: where they can be cut off or held back. */
export class WatchGate {
  private readonly open = new Set<ServerResponse>();
  private readonly held = new Map<ServerResponse, string[]>();
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
    if (response.writableEnded || response.destroyed) return;
    if (!this.stalled) {
      response.write(line);
      return;
    }
    const waiting = this.held.get(response) ?? [];
    waiting.push(line);
    this.held.set(response, waiting);
  }

  /** Holds events back with the connections left open, or lets them all go on. */
  stall(stalled: boolean): void {
    this.stalled = stalled;
    if (stalled) return;
    for (const [response, lines] of this.held) {
      lines.forEach(line => this.write(response, line));
    }
    this.held.clear();
  }

  /** Cuts every open watch off, without a proper end. */
  cut(): void {
    for (const response of [...this.open]) {
      response.destroy();
    }
  }

  /** How many watches are open. */
  get size(): number {
    return this.open.size;
  }
}
