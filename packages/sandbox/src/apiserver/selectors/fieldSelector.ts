import { badRequest } from '../status/errors';
import { readJsonPath } from '../table/jsonPath';
import { KubeObject } from '../types';

/** Decides whether an object fits. */
export type ObjectPredicate = (object: KubeObject) => boolean;

const FIELDS: Record<string, (object: KubeObject) => string> = {
  'metadata.name': object => object.metadata.name,
  'metadata.namespace': object => object.metadata.namespace ?? '',
};

function readField(path: string): (object: KubeObject) => string {
  return object => String(readJsonPath(object, `.${path}`) ?? '');
}

/**
 * Parses a field selector. Every kind knows `metadata.name` and `metadata.namespace`, and besides these the fields that
 * are given: paths such as `status.phase`.
 */
export function parseFieldSelector(
  text: string,
  selectable: string[] = [],
): ObjectPredicate {
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
      const read =
        FIELDS[label] ??
        (selectable.includes(label) ? readField(label) : undefined);
      if (!read) {
        throw badRequest(`field label not supported: ${label}`);
      }
      return object => (read(object) === value) === (operator !== '!=');
    });
  return object => predicates.every(fits => fits(object));
}
