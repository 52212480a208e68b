/** The multi-root workspace of several repositories (contract, section 2). */
export const WORKSPACE_FILE_PATH = '/workspace/workspace.code-workspace';

/** What stands in {@link WORKSPACE_FILE_PATH}: each repository as a folder beside the file. */
export function workspaceFile(paths: readonly string[]): string {
  const folders = paths.map(path => ({
    path: path.replace('/workspace/', ''),
  }));
  return JSON.stringify({ folders }, undefined, 2);
}
