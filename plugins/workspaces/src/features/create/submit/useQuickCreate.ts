import { useEffect, useState } from 'react';

interface QuickCreateInputs {
  /** The template whose content stands in the form by now; undefined while it is loading. */
  filledIn: string | undefined;
  choose(template: string): void;
  create(): void;
}

/**
 * Creates from a template with every default, in one go: chooses it, waits until it has filled in the
 * form, then sends.
 *
 * @returns the template that is under way, and what begins with one
 */
export function useQuickCreate(
  inputs: QuickCreateInputs,
): [underWay: string | undefined, begin: (template: string) => void] {
  const { filledIn, choose, create } = inputs;
  const [wanted, setWanted] = useState<string>();
  useEffect(() => {
    if (wanted === undefined || filledIn !== wanted) return;
    setWanted(undefined);
    create();
  }, [wanted, filledIn, create]);
  return [
    wanted,
    template => {
      choose(template);
      setWanted(template);
    },
  ];
}
