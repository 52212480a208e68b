import { z } from 'zod';

/** The sub-protocol of the terminal's WebSocket; the ticket is the second one. */
export const TERMINAL_PROTOCOL = 'butler.terminal.v1';

/** Answer of `POST /teams/:team/workspaces/:name/terminal`. */
export interface TerminalTicket {
  /** For one WebSocket, as its second sub-protocol. */
  ticket: string;
  /** RFC 3339. */
  expiresAt: string;
}

const MAX_COLUMNS_OR_ROWS = 1_000;
const size = z.number().int().min(1).max(MAX_COLUMNS_OR_ROWS);

/** A text frame from the browser. Everything else that it sends is bytes for the terminal. */
export const terminalControlSchema = z.strictObject({
  type: z.literal('resize'),
  cols: size,
  rows: size,
});

/** A text frame to the browser. */
export type TerminalMessage =
  | { type: 'exit'; code: number }
  | { type: 'error'; message: string };
