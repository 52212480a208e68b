import { useEffect, useRef } from 'react';
import { useTemplateFilter } from '../../../components/templates';
import type { TemplateFilter } from '../../../components/templates';
import { useQuery } from '../../../hooks/useQuery';
import type { Draft } from '../draft/draft';

/** The picker's part of the URL. */
export interface TemplateChoice {
  /** `namespace/name`, as the URL says; empty = from scratch. */
  chosen: string;
  /** `namespace/name` of the workspace that another one is to be created like; empty where there is none. */
  source: string;
  filter: TemplateFilter;
  /** @param replace - no step of its own for the Back button */
  choose(id: string, replace?: boolean): void;
  setFilter(filter: TemplateFilter): void;
}

/**
 * Which template is chosen and which are shown; the URL holds both, so that Back and links work.
 *
 * @param restored - what was chosen in a draft; it counts when the URL names nothing on arrival
 */
export function useTemplateChoice(
  restored: Partial<Pick<Draft, 'template' | 'source'>> = {},
): TemplateChoice {
  const [query, change] = useQuery();
  const [filter, setFilter] = useTemplateFilter();
  const toRestore = useRef(restored);
  const chosen = query.get('template') ?? '';
  const source = (!chosen && query.get('workspace')) || '';

  useEffect(() => {
    const { template, source: workspace } = toRestore.current;
    toRestore.current = {};
    if (chosen || source || !(template || workspace)) return;
    change({ template, workspace }, { replace: true });
  }, [chosen, source, change]);

  return {
    chosen,
    source,
    filter,
    choose: (template, replace = false) => {
      if (template === chosen && !source) return;
      change({ template, workspace: undefined }, { replace });
    },
    setFilter,
  };
}
