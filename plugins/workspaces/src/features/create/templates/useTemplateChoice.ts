import { useEffect, useRef } from 'react';
import { useTemplateFilter } from '../../../components/templates';
import type { TemplateFilter } from '../../../components/templates';
import { useQuery } from '../../../hooks/useQuery';

/** The picker's part of the URL. */
export interface TemplateChoice {
  /** `namespace/name`, as the URL says; empty = from scratch. */
  chosen: string;
  filter: TemplateFilter;
  /** @param replace - no step of its own for the Back button */
  choose(id: string, replace?: boolean): void;
  setFilter(filter: TemplateFilter): void;
}

/**
 * Which template is chosen and which are shown; the URL holds both, so that Back and links work.
 *
 * @param restored - the template of a draft; it counts when the URL names none on arrival
 */
export function useTemplateChoice(restored = ''): TemplateChoice {
  const [query, change] = useQuery();
  const [filter, setFilter] = useTemplateFilter();
  const toRestore = useRef(restored);
  const chosen = query.get('template') ?? '';

  useEffect(() => {
    const template = toRestore.current;
    toRestore.current = '';
    if (template && !chosen) change({ template }, { replace: true });
  }, [chosen, change]);

  return {
    chosen,
    filter,
    choose: (template, replace = false) => {
      if (template !== chosen) change({ template }, { replace });
    },
    setFilter,
  };
}
