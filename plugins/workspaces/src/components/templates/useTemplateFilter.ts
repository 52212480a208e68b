import { useQuery } from '../../hooks/useQuery';
import { parseCategory } from './filterTemplates';
import type { TemplateFilter } from './filterTemplates';

/** Which templates are shown; the URL holds it. */
export function useTemplateFilter(): [
  TemplateFilter,
  (filter: TemplateFilter) => void,
] {
  const [query, change] = useQuery();
  return [
    {
      category: parseCategory(query.get('category')),
      search: query.get('q') ?? '',
    },
    ({ category, search }) =>
      change({ category, q: search }, { replace: true }),
  ];
}
