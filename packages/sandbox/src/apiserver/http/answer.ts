import { parseIncludeObject, partialMetadata, toTable } from '../table/table';
import { KubeObject } from '../types';
import { Shape } from './negotiate';
import { HandlerContext, ResourceCall } from './resourceCall';
import { sendJson } from './responder';

/** Answers with one object in the shape that the client asked for. */
export function answerObject(
  { now }: HandlerContext,
  { definition, response, query }: ResourceCall,
  shape: Shape,
  code: number,
  object: KubeObject,
): void {
  if (shape === 'table') {
    const include = parseIncludeObject(query.get('includeObject') ?? undefined);
    const { resourceVersion } = object.metadata;
    sendJson(
      response,
      code,
      toTable(
        definition,
        [object],
        { resourceVersion },
        { include, now: now().getTime() },
      ),
    );
  } else {
    sendJson(
      response,
      code,
      shape === 'partial' ? partialMetadata(object) : object,
    );
  }
}
