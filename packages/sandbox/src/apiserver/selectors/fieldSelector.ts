import { badRequest } from '../status/errors';
import { KubeObject } from '../types';

/** Decides whether an object fits. */
export type ObjectPredicate = (object: KubeObject) => boolean;

const FIELDS: Record<string, (object: KubeObject) => string> = {
  'metadata.name': object => object.metadata.name,
  'metadata.namespace': object => object.metadata.namespace ?? '',
};

/** Parses a field selector; custom resources know `metadata.name` and `metadata.namespace` only. */
export function parseFieldSelector(text: string): ObjectPredicate {
  const predicates = text
    .split(',')
    .filter(term => term !== '')
    .map((term): ObjectPredicate => {
      const match = /^([^=!]+)(==|!=|=)(.*)$/.exec(term);
      if (!match) {
        throw badRequest(
          `invalid selector: '${text}'; can't understand '${term}'`,
        );
      }
      const [, label, operator, value] = match;
      const read = FIELDS[label];
      if (!read) {
        throw badRequest(`field label not supported: ${label}`);
      }
      return object => (read(object) === value) === (operator !== '!=');
    });
  return object => predicates.every(fits => fits(object));
}
