import { useRef, useState } from 'react';
import { useFormContext } from 'react-hook-form';
import type { CreateValues } from '../../form/values';
import type { FoundFile } from './archive/chooseFiles';
import { pack } from './archive/pack';
import type { Packing } from './archive/pack';

/** How the packing of a directory went. */
export type Outcome =
  | Packing
  | { refusal: 'notOneDirectory' }
  | { refusal: 'unreadable'; reason: string };

async function tryToPack(find: () => Promise<FoundFile[]>): Promise<Outcome> {
  try {
    return await pack(await find());
  } catch (failure) {
    // What browsers throw for a file that has changed, gone or may not be read (File API, 7.1).
    const reason = failure instanceof Error ? failure.message : String(failure);
    return { refusal: 'unreadable', reason };
  }
}

/** Packs directories into the form's archive. What stands there stays until the next one is good. */
export function usePacking(): {
  packing: boolean;
  /** Of the last one; undefined when there was none yet. */
  outcome: Outcome | undefined;
  /** @param name - of the directory, for people */
  start(name: string, find: () => Promise<FoundFile[]>): Promise<void>;
  refuse(outcome: Outcome): void;
  remove(): void;
} {
  const { setValue } = useFormContext<CreateValues>();
  const [packing, setPacking] = useState(false);
  const [outcome, setOutcome] = useState<Outcome>();
  const runs = useRef(0);
  const put = (archive: string, name: string, shouldValidate: boolean) => {
    setValue('neovim.archiveName', name);
    setValue('neovim.archive', archive, { shouldDirty: true, shouldValidate });
  };
  return {
    packing,
    outcome,
    start: async (name, find) => {
      runs.current += 1;
      const run = runs.current;
      setPacking(true);
      const result = await tryToPack(find);
      // Another directory has been chosen meanwhile, or this one removed.
      if (run !== runs.current) return;
      setPacking(false);
      setOutcome(result);
      if ('archive' in result) put(result.archive, name, true);
    },
    refuse: setOutcome,
    remove: () => {
      runs.current += 1;
      setPacking(false);
      setOutcome(undefined);
      put('', '', false);
    },
  };
}
