import { useEffect, useRef, useState } from 'react';

interface QuickCreateInputs {
  /** The template that is chosen in the picker. */
  chosen: string;
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
  const { chosen, filledIn, choose, create } = inputs;
  const [wanted, setWanted] = useState<string>();
  // Sending draws the form anew before React has taken the state over: with the state alone this
  // would begin again and again, and the page stand still.
  const due = useRef<string>();
  useEffect(() => {
    // Whoever takes another one meanwhile does not want it any more; without this it would be created
    // when they come back to it.
    if (due.current === undefined || due.current === chosen) return;
    due.current = undefined;
    setWanted(undefined);
  }, [chosen]);
  useEffect(() => {
    if (due.current === undefined || filledIn !== due.current) return;
    due.current = undefined;
    setWanted(undefined);
    create();
  }, [wanted, filledIn, create]);
  return [
    wanted,
    template => {
      choose(template);
      due.current = template;
      setWanted(template);
    },
  ];
}
