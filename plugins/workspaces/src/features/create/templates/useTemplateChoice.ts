import { useEffect, useRef } from 'react';
import { useSearchParams } from 'react-router-dom';
import { parseCategory } from '../../../components/templates';
import type { TemplateFilter } from '../../../components/templates';

/** The picker's part of the URL. */
export interface TemplateChoice {
  /** `namespace/name`, as the URL says; empty = from scratch. */
  chosen: string;
  filter: TemplateFilter;
  /** @param replace - no step of its own for the Back button */
  choose(id: string, replace?: boolean): void;
  setFilter(filter: TemplateFilter): void;
}

function put(params: URLSearchParams, name: string, value?: string) {
  const next = new URLSearchParams(params);
  if (value) next.set(name, value);
  else next.delete(name);
  return next;
}

/**
 * Which template is chosen and which are shown; the URL holds both, so that Back and links work.
 *
 * @param restored - the template of a draft; it counts when the URL names none on arrival
 */
export function useTemplateChoice(restored = ''): TemplateChoice {
  const [params, setParams] = useSearchParams();
  const toRestore = useRef(restored);
  const chosen = params.get('template') ?? '';

  useEffect(() => {
    const template = toRestore.current;
    toRestore.current = '';
    if (template && !chosen) {
      setParams(put(params, 'template', template), { replace: true });
    }
  }, [chosen, params, setParams]);

  return {
    chosen,
    filter: {
      category: parseCategory(params.get('category')),
      search: params.get('q') ?? '',
    },
    choose: (id, replace = false) => {
      if (id !== chosen) setParams(put(params, 'template', id), { replace });
    },
    setFilter: ({ category, search }) =>
      setParams(put(put(params, 'category', category), 'q', search), {
        replace: true,
      }),
  };
}
