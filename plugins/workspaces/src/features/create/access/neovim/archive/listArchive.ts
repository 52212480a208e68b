import { fromBase64, through } from './bytes';
import type { FileSize } from './pack';

/** What lies in an archive. */
export interface ArchiveContent {
  /** In bytes, packed. */
  packed: number;
  files: FileSize[];
}

/** Looks into the base64 of a tar.gz; throws when it is none. */
export async function listArchive(archive: string): Promise<ArchiveContent> {
  const { createGzipDecoder, unpackTar } = await import('modern-tar');
  const bytes = fromBase64(archive);
  const entries = await unpackTar(await through(bytes, createGzipDecoder()));
  return {
    packed: bytes.length,
    files: entries.map(({ header: { name, size } }) => ({ name, size })),
  };
}
