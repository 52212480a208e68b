import { keep } from './apiserver/storage/journal';
import { StateFile } from './apiserver/storage/stateFile';

/** How the management cluster is called in the state file. */
export const MANAGEMENT = 'management';

/** Opens a state file; throws an error for people where it was made with `empty` and is started without, or the other way round. */
export async function openState(
  file: string,
  empty: boolean,
): Promise<StateFile> {
  const state = StateFile.open(file);
  const wasEmpty = await keep(state.journal(MANAGEMENT), 'empty', () => empty);
  if (wasEmpty !== empty) {
    state.close();
    throw new Error(
      `${file} was made ${wasEmpty ? 'with' : 'without'} --empty; start it ${
        wasEmpty ? 'with' : 'without'
      } it again, or choose another file with --state`,
    );
  }
  return state;
}
