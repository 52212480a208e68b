import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { ensureHostKey } from './hostKey';

/** What a pod finds on disk. */
export interface WorkspaceFolder {
  /** What a pod of a real cluster mounts at `/workspace`. */
  workspace: string;
  home: string;
  /** Where the SSH host keys are, as in `/etc/ssh`. */
  hostKeys: string;
}

/** The folder of all volumes: the given one, or a temporary one that goes with the sandbox. Only its owner may look in. */
export class DataFolder {
  private made: Promise<string> | undefined;

  constructor(private readonly given?: string) {}

  /** Made at the first call: a sandbox that nobody logs into leaves no trace on disk. */
  path(): Promise<string> {
    this.made ??= this.make();
    return this.made;
  }

  /** Whether anything can be in it. */
  get inUse(): boolean {
    return this.given !== undefined || this.made !== undefined;
  }

  /** Removes a temporary folder; a given one stays. */
  async close(): Promise<void> {
    if (!this.given && this.made) {
      await rm(await this.made, { recursive: true, force: true });
    }
  }

  private async make(): Promise<string> {
    if (!this.given) return mkdtemp(join(tmpdir(), 'butler-sandbox-'));
    const folder = resolve(this.given);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    return folder;
  }
}

/** The volumes of one tenant cluster as folders: `workspace`, `home` and `ssh` of each claim or of a pod without one. */
export class VolumeFolders {
  private readonly ready = new Map<string, Promise<WorkspaceFolder>>();

  constructor(
    private readonly data: DataFolder,
    private readonly cluster: { namespace: string; name: string },
  ) {}

  /** The folder of a volume, made if need be. */
  ensure(volume: string, owner: string): Promise<WorkspaceFolder> {
    let folder = this.ready.get(volume);
    if (!folder) {
      folder = this.make(volume, owner);
      this.ready.set(volume, folder);
      // The next one who asks tries again.
      folder.catch(() => this.ready.delete(volume));
    }
    return folder;
  }

  /** Removes a volume and all that is in it. */
  async remove(volume: string): Promise<void> {
    if (!this.data.inUse) return;
    await this.ready.get(volume);
    this.ready.delete(volume);
    await rm(await this.pathOf(volume), { recursive: true, force: true });
  }

  private async pathOf(volume: string): Promise<string> {
    const { namespace, name } = this.cluster;
    return join(await this.data.path(), namespace, name, volume);
  }

  private async make(volume: string, owner: string): Promise<WorkspaceFolder> {
    const root = await this.pathOf(volume);
    const folder = {
      workspace: join(root, 'workspace'),
      home: join(root, 'home'),
      hostKeys: join(root, 'ssh'),
    };
    for (const path of Object.values(folder)) {
      await mkdir(path, { recursive: true, mode: 0o700 });
    }
    await ensureHostKey(folder.hostKeys, `root@${owner}`);
    return folder;
  }
}
