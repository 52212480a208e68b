import { KubeObject } from '../types';
import { parseFieldSelector, ObjectPredicate } from './fieldSelector';
import { parseLabelSelector } from './labelSelector';

/** The predicate of a list's or watch's selectors. */
export function selection(query: {
  labelSelector?: string;
  fieldSelector?: string;
  selectableFields?: string[];
}): ObjectPredicate {
  const fitsLabels = parseLabelSelector(query.labelSelector ?? '');
  const fitsFields = parseFieldSelector(
    query.fieldSelector ?? '',
    query.selectableFields,
  );
  return (object: KubeObject) =>
    fitsLabels(object.metadata.labels ?? {}) && fitsFields(object);
}
