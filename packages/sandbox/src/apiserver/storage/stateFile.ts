import type Database from 'better-sqlite3';
import { chmodSync, closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { JsonValue, KubeObject } from '../types';
import { storageKey } from './collection';
import { Journal, RestoredResource } from './journal';
import { jsonOf } from './json';

/** Told by `PRAGMA application_id`: "btlr". */
const APPLICATION_ID = 0x62746c72;
const FORMAT = 1;

// An object that was removed leaves a row without JSON, so that its version is not given out again.
const SCHEMA = `
  CREATE TABLE objects (
    server TEXT NOT NULL, resource TEXT NOT NULL, key TEXT NOT NULL, revision INTEGER NOT NULL, json TEXT,
    PRIMARY KEY (server, resource, key)
  ) WITHOUT ROWID;
  CREATE TABLE kept (
    server TEXT NOT NULL, name TEXT NOT NULL, json TEXT NOT NULL,
    PRIMARY KEY (server, name)
  ) WITHOUT ROWID;
`;

const PRUNE = `
  DELETE FROM objects WHERE json IS NULL AND revision < (
    SELECT max(revision) FROM objects AS other WHERE other.server = objects.server AND other.resource = objects.resource
  )
`;

const REVISION = 'revision';

interface Row {
  resource: string;
  revision: number;
  json: string | null;
}

/** The state of a whole sandbox in one SQLite file: a journal for each of its API servers. */
export class StateFile {
  private readonly writeObject: Database.Statement;
  private readonly writeKept: Database.Statement;

  private constructor(
    private readonly database: Database.Database,
    /** Whether there was nothing in the file: then nothing is kept before `commit()`. */
    readonly isNew: boolean,
  ) {
    this.writeObject = database.prepare(
      'INSERT OR REPLACE INTO objects (server, resource, key, revision, json) VALUES (?, ?, ?, ?, ?)',
    );
    this.writeKept = database.prepare(
      'INSERT OR REPLACE INTO kept (server, name, json) VALUES (?, ?, ?)',
    );
  }

  /**
   * Opens a state file, or begins one, readable by its owner only: it holds private keys and tokens.
   *
   * @throws when the file is something else, of another version, or in use
   */
  static open(file: string): StateFile {
    mkdirSync(dirname(file), { recursive: true });
    closeSync(openSync(file, 'a', 0o600));
    // The mode above counts for new files only; SQLite gives its own files the mode of this one.
    chmodSync(file, 0o600);
    // A native module: nobody who keeps no state has to have it built. Jest's sandboxed modules know no import().
    const Sqlite: typeof Database = require('better-sqlite3');
    const database = new Sqlite(file, { timeout: 0 });
    try {
      return StateFile.prepare(database);
    } catch (error) {
      database.close();
      const { code, message } = error as { code?: string; message: string };
      if (code === 'SQLITE_BUSY') {
        throw new Error(
          `${file} is in use by another sandbox; end that one or choose another file with --state`,
        );
      }
      throw new Error(
        `${file} can't be used as the state of a sandbox: ${message}; choose another file with --state`,
      );
    }
  }

  private static prepare(database: Database.Database): StateFile {
    // Held as long as the process lives: two sandboxes would give out the same versions.
    database.pragma('locking_mode = EXCLUSIVE');
    const isNew =
      database.prepare('SELECT count(*) FROM sqlite_master').pluck().get() ===
      0;
    const application = database.pragma('application_id', { simple: true });
    if (!isNew && application !== APPLICATION_ID) {
      throw new Error('it belongs to another program');
    }
    const format = database.pragma('user_version', { simple: true });
    if (!isNew && format !== FORMAT) {
      throw new Error(`it has format ${format}, not ${FORMAT}`);
    }
    database.pragma('journal_mode = WAL');
    // What is committed to the log survives the death of the process without a sync of the disk (https://sqlite.org/wal.html,
    // "Performance Considerations"); a power failure may take the last changes, never the file.
    database.pragma('synchronous = NORMAL');
    if (isNew) {
      database.exec('BEGIN IMMEDIATE');
      database.pragma(`application_id = ${APPLICATION_ID}`);
      database.pragma(`user_version = ${FORMAT}`);
      database.exec(SCHEMA);
    } else {
      database.exec(PRUNE);
    }
    return new StateFile(database, isNew);
  }

  /** Makes a new file whole: a start that is broken off before this leaves it as good as new. */
  commit(): void {
    if (this.database.inTransaction) this.database.exec('COMMIT');
  }

  close(): void {
    this.database.close();
  }

  /** Forgets an API server. */
  forget(server: string): void {
    this.database.prepare('DELETE FROM objects WHERE server = ?').run(server);
    this.database.prepare('DELETE FROM kept WHERE server = ?').run(server);
  }

  /** The journal of one of the API servers. */
  journal(server: string): Journal {
    const remember = (name: string, value: JsonValue) => {
      this.writeKept.run(server, name, JSON.stringify(value));
    };
    const recall = <T extends JsonValue>(name: string) => {
      const json = this.database
        .prepare('SELECT json FROM kept WHERE server = ? AND name = ?')
        .pluck()
        .get(server, name) as string | undefined;
      return json === undefined ? undefined : (JSON.parse(json) as T);
    };
    return {
      recall,
      remember,
      spend: revision => remember(REVISION, revision),
      write: (resource, object) => {
        const { metadata } = object;
        const revision = Number(metadata.resourceVersion);
        const key = storageKey(metadata);
        this.writeObject.run(server, resource, key, revision, jsonOf(object));
      },
      erase: (resource, key, revision) => {
        this.writeObject.run(server, resource, storageKey(key), revision, null);
      },
      restore: () => {
        const resources = this.restore(server);
        const spent = recall<number>(REVISION) ?? 0;
        return {
          resources,
          revision: Math.max(spent, ...resources.map(r => r.changed)),
        };
      },
    };
  }

  private restore(server: string): RestoredResource[] {
    const found = new Map<string, RestoredResource>();
    const rows = this.database
      .prepare('SELECT resource, revision, json FROM objects WHERE server = ?')
      .iterate(server) as IterableIterator<Row>;
    for (const { resource, revision, json } of rows) {
      let entry = found.get(resource);
      if (!entry) {
        entry = { resource, objects: [], changed: 0 };
        found.set(resource, entry);
      }
      entry.changed = Math.max(entry.changed, revision);
      if (json !== null) entry.objects.push(JSON.parse(json) as KubeObject);
    }
    return [...found.values()];
  }
}
