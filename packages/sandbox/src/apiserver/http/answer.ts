import { KubeObject } from '../types';
import { Shape } from './negotiate';
import { HandlerContext, ResourceCall } from './resourceCall';
import { sendJson } from './responder';
import { Shaping } from './shaping';

/** Answers with one object in the shape that the client asked for. */
export function answerObject(
  { now }: HandlerContext,
  { definition, response, query }: ResourceCall,
  shape: Shape,
  code: number,
  object: KubeObject,
): void {
  const shaping = new Shaping(definition, shape, query, now);
  sendJson(response, code, shaping.object(object));
}
