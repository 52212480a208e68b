import { KubeObject } from '../types';

/** Objects in the store are never changed in place, so that the text of one stays true as long as the object lives. */
const texts = new WeakMap<KubeObject, string>();

/** The JSON of a stored object, made once for each version: lists, watches and the journal share it. */
export function jsonOf(object: KubeObject): string {
  let text = texts.get(object);
  if (text === undefined) {
    text = JSON.stringify(object);
    texts.set(object, text);
  }
  return text;
}
