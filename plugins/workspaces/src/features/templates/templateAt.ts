import type { TemplateDetails } from '@butler-portal/plugin-butler-common';
import { ButlerError } from '../../api';
import type { ButlerApi, TemplatePlace } from '../../api';

/** The template of that place; undefined where there is none that the person may see. */
export async function templateAt(
  api: ButlerApi,
  place: TemplatePlace | undefined,
): Promise<TemplateDetails | undefined> {
  if (!place) return undefined;
  try {
    return await api.getTemplate(place);
  } catch (failure) {
    if (failure instanceof ButlerError && failure.status === 404) {
      return undefined;
    }
    throw failure;
  }
}
